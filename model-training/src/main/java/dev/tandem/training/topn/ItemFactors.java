package dev.tandem.training.topn;

import java.io.Serializable;

/**
 * The factors of all items, laid out for {@link TopNKernel}. Immutable; meant to be broadcast.
 *
 * <p>An item is known by its index. Where scores are equal the lower index ranks first, so that callers who want ties
 * by item id number the items in the order of their ids.
 */
public final class ItemFactors implements Serializable {
    /*
     * Items are parted into tiles of equal width, and a tile holds one array for each component: rows[tile * components
     * + c][i] is component c of the i-th item of the tile. Neighbouring items are then neighbours in memory, and the
     * product of one user with a tile is a sum of scaled arrays, element by element: the one form of a matrix product
     * that HotSpot's auto-vectoriser takes (it leaves a dot product's running sum scalar, because float addition may
     * not be reordered). Separate arrays, because it does not vectorise a[offset + i] with an offset unknown to it.
     *
     * A tile of 1,024 items by 64 components is 256 KiB and stays in a core's second-level cache while a block of users
     * passes over it. Narrower tiles lose time at both ends of each loop; wider ones fall out of the cache.
     */
    private static final long serialVersionUID = 1L;

    private static final int MAX_WIDTH = 1_024;

    private final int items;
    private final int rank;
    private final int width;
    private final int components;
    private final float[][] rows;

    private ItemFactors(int items, int rank, int width, int components, float[][] rows) {
        this.items = items;
        this.rank = rank;
        this.width = width;
        this.components = components;
        this.rows = rows;
    }

    /**
     * Lays out factors.
     *
     * @param factors item by item: component {@code c} of item {@code i} at {@code i * rank + c}; read, not kept
     * @param rank number of components of one item, 1 or more
     */
    public static ItemFactors of(float[] factors, int rank) {
        if (rank < 1 || factors.length % rank != 0) {
            throw new IllegalArgumentException(
                    "%d numbers are not a whole number of items of rank %d".formatted(factors.length, rank));
        }
        int items = factors.length / rank;
        int tiles = (items + MAX_WIDTH - 1) / MAX_WIDTH;
        int width = tiles == 0 ? 0 : (items + tiles - 1) / tiles;
        int components = rank + rank % 2;
        float[][] rows = new float[tiles * components][width];
        for (int item = 0; item < items; item++) {
            int firstRow = item / width * components;
            for (int c = 0; c < rank; c++) {
                rows[firstRow + c][item % width] = factors[item * rank + c];
            }
        }
        return new ItemFactors(items, rank, width, components, rows);
    }

    /** Number of items; their indices are 0 to this, exclusive. */
    public int items() {
        return items;
    }

    /** Number of components of an item. */
    public int rank() {
        return rank;
    }

    /** Number of items in a tile, the last of which may be filled up with zeros. */
    int width() {
        return width;
    }

    int tiles() {
        return width == 0 ? 0 : rows.length / components;
    }

    /** One component of all items of a tile. {@code component} may be {@code rank} where that is odd: a row of zeros. */
    float[] row(int tile, int component) {
        return rows[tile * components + component];
    }
}
