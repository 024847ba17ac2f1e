package dev.tandem.training.topn;

import java.util.Arrays;

/** The best items seen so far of one user: a bounded heap whose root is the worst of those kept. */
final class Selection {
    /*
     * A kept item is one long that orders as (score, then lower index first): the score's bits in the upper half, turned
     * so that they compare as signed integers like the floats they are, and the complement of the index in the lower
     * half. One comparison of longs is then one exact comparison of candidates, ties included.
     */
    private static final long LOWER_HALF = 0xffff_ffffL;

    private final long[] heap;
    private final int[] excluded;
    private final float floor;
    private int size;

    /**
     * @param capacity how many items to keep, 1 or more
     * @param floor only greater scores are kept
     * @param excluded indices that are never kept, ascending
     */
    Selection(int capacity, float floor, int[] excluded) {
        this.heap = new long[capacity];
        this.floor = floor;
        this.excluded = excluded;
    }

    /** What a score has to exceed to enter, provided that items are offered by ascending index. */
    float threshold() {
        return size < heap.length ? floor : score(heap[0]);
    }

    /** Takes an item whose score exceeds the threshold, unless it is excluded. */
    void offer(float score, int item) {
        if (Arrays.binarySearch(excluded, item) >= 0) {
            return;
        }
        long key = key(score, item);
        if (size < heap.length) {
            siftUp(size++, key);
        } else {
            siftDown(key);
        }
    }

    /** The items kept, best first. */
    TopItems ranked() {
        long[] ranked = Arrays.copyOf(heap, size);
        Arrays.sort(ranked);
        for (int low = 0, high = size - 1; low < high; low++, high--) {
            long swapped = ranked[low];
            ranked[low] = ranked[high];
            ranked[high] = swapped;
        }
        return new TopItems(ranked);
    }

    static long key(float score, int item) {
        // Adding zero turns -0 into +0: the two are equal as scores and must be so as keys.
        int bits = Float.floatToRawIntBits(score + 0.0f);
        return ((long) ordered(bits) << Integer.SIZE) | (~item & LOWER_HALF);
    }

    static float score(long key) {
        return Float.intBitsToFloat(ordered((int) (key >> Integer.SIZE)));
    }

    static int item(long key) {
        return ~(int) key;
    }

    /** Turns the bits of a float so that they compare as an int does, and back. */
    private static int ordered(int bits) {
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }

    private void siftUp(int place, long key) {
        int at = place;
        while (at > 0 && heap[(at - 1) >>> 1] > key) {
            heap[at] = heap[(at - 1) >>> 1];
            at = (at - 1) >>> 1;
        }
        heap[at] = key;
    }

    /** Puts a key in the place of the root. */
    private void siftDown(long key) {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= key) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = key;
    }
}
