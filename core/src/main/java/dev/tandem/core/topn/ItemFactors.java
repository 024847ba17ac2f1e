package dev.tandem.core.topn;

import java.io.Serializable;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The factors of all items, laid out for {@link TopNKernel}. Immutable; meant to be broadcast.
 *
 * <p>An item is known by its index. Where scores are equal the lower index ranks first, so that callers who want ties
 * by item id number the items in the order of their ids.
 */
public final class ItemFactors implements Serializable {
    /*
     * Items stand in places, by the length of their vectors, longest first: high scores come early, and from some place on
     * no item can reach a user's list any more (Cauchy and Schwarz).
     *
     * Places are parted into tiles of equal width, and a tile holds one array for each component: rows[tile * components
     * + c][i] is component c of the i-th item of the tile. Neighbouring items are then neighbours in memory, and the
     * product of one user with a tile is a sum of scaled arrays, element by element: the one form of a matrix product
     * that HotSpot's auto-vectoriser takes (it leaves a dot product's running sum scalar, because float addition may
     * not be reordered). Separate arrays, because it does not vectorise a[offset + i] with an offset unknown to it.
     *
     * A tile of 1,024 items by 64 components is 256 KiB and stays in a core's second-level cache while a block of users
     * passes over it. Narrower tiles lose time at both ends of each loop; wider ones fall out of the cache.
     */
    private static final long serialVersionUID = 2L;

    private static final int MAX_WIDTH = 1_024;

    private final int[] itemAt;
    private final int[] placeOf;
    private final float[] norms;
    private final int rank;
    private final int width;
    private final int components;
    private final float[][] rows;

    private ItemFactors(int[] itemAt, float[] norms, int rank, int width, int components, float[][] rows) {
        this.itemAt = itemAt;
        this.placeOf = new int[itemAt.length];
        for (int place = 0; place < itemAt.length; place++) {
            placeOf[itemAt[place]] = place;
        }
        this.norms = norms;
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
        int[] itemAt = byNorm(factors, rank);
        float[] norms = new float[items];
        int tiles = (items + MAX_WIDTH - 1) / MAX_WIDTH;
        int width = tiles == 0 ? 0 : (items + tiles - 1) / tiles;
        int components = rank + rank % 2;
        float[][] rows = new float[tiles * components][width];
        for (int place = 0; place < items; place++) {
            int first = itemAt[place] * rank;
            norms[place] = norm(factors, first, rank);
            for (int c = 0; c < rank; c++) {
                rows[place / width * components + c][place % width] = factors[first + c];
            }
        }
        return new ItemFactors(itemAt, norms, rank, width, components, rows);
    }

    /** Number of items; their indices are 0 to this, exclusive. */
    public int items() {
        return itemAt.length;
    }

    /** Number of components of an item. */
    public int rank() {
        return rank;
    }

    /**
     * The score that the kernel gives one item for one user.
     *
     * @param users factors of users, user by user; the user's begin at {@code first}
     */
    public float score(float[] users, int first, int item) {
        float score = 0;
        for (int c = 0; c < rank; c++) {
            score += users[first + c] * component(placeOf[item], c);
        }
        return score;
    }

    /** A copy of an item's components. */
    public float[] vector(int item) {
        float[] vector = new float[rank];
        for (int c = 0; c < rank; c++) {
            vector[c] = component(placeOf[item], c);
        }
        return vector;
    }

    /** Every so many-th item by the length of its vector, numbered anew. */
    ItemFactors everyNth(int step) {
        int sampled = (items() + step - 1) / step;
        float[] factors = new float[sampled * rank];
        for (int item = 0; item < sampled; item++) {
            System.arraycopy(vector(itemAt[item * step]), 0, factors, item * rank, rank);
        }
        return of(factors, rank);
    }

    /** The length of a vector, never too short; infinite where it is not a number. */
    static float norm(float[] factors, int first, int rank) {
        double squares = 0;
        for (int c = 0; c < rank; c++) {
            squares += (double) factors[first + c] * factors[first + c];
        }
        return Double.isNaN(squares) ? Float.POSITIVE_INFINITY : Math.nextUp((float) Math.sqrt(squares));
    }

    /** The item at a place. */
    int itemAt(int place) {
        return itemAt[place];
    }

    /** The length of the vector at a place: not less than at any later place. */
    float normAt(int place) {
        return norms[place];
    }

    float component(int place, int component) {
        return rows[place / width * components + component][place % width];
    }

    /** Number of places in a tile, the last of which may be filled up with zeros. */
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

    private static int[] byNorm(float[] factors, int rank) {
        return IntStream.range(0, factors.length / rank)
                .boxed()
                .sorted(Comparator.comparing((Integer item) -> -norm(factors, item * rank, rank)))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
