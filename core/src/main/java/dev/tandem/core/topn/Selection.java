package dev.tandem.core.topn;

import java.util.Arrays;

/** The best items seen so far of one user, and what a further one has to reach. Items may be offered in any order. */
final class Selection {
    /*
     * A candidate is one long that orders as (score, then lower index first): the score's bits in the upper half, turned
     * so that they compare as signed integers like the floats they are, and the complement of the index in the lower
     * half. One comparison of longs is then one exact comparison of candidates, ties included.
     *
     * Candidates are put down one behind another; when there is no room left, the best n are moved to the front by Hoare's
     * selection (Algorithm 65: FIND, CACM 1961) and the rest is forgotten. That is a few steps for each candidate,
     * whatever n, where a heap pays for its height.
     */
    private static final long LOWER_HALF = 0xffff_ffffL;
    private static final int LEAST_ROOM = 64;
    private static final int WORDS = 8;

    /** More than a score can gain where its products are below the smallest float and rounded up to it. */
    private static final double UNDERFLOW = 1e-40;

    private final int n;
    private final long[] candidates;
    private final int[] excluded;
    /** A bit for every excluded index modulo 512: most items are known not to be excluded without a search. */
    private final long[] mayBeExcluded = new long[WORDS];

    private final double reach;
    private long cut;
    private float threshold;
    private int size;

    /**
     * @param n how many items to keep, 1 or more
     * @param floor only greater scores are kept
     * @param excluded indices that are never kept, ascending
     * @param reach no item has a score above its own norm times this; NaN and infinity say nothing
     */
    Selection(int n, float floor, int[] excluded, double reach) {
        this.n = n;
        this.candidates = new long[n + Math.max(n, LEAST_ROOM)];
        this.excluded = excluded;
        for (int item : excluded) {
            mayBeExcluded[word(item)] |= 1L << item;
        }
        this.reach = reach;
        this.cut = key(floor, 0);
        this.threshold = floor;
    }

    /** What a score has to be, at the least, to enter. It never falls. */
    float threshold() {
        return threshold;
    }

    /** Whether no item of this norm, or of a smaller one, can enter any more. */
    boolean isClosedTo(float norm) {
        return reach * norm < threshold - UNDERFLOW;
    }

    /** Takes an item, unless it is excluded or its score is too low or not a number. */
    void offer(float score, int item) {
        long key = key(score, item);
        if (score >= threshold && key > cut && !isExcluded(item)) {
            candidates[size++] = key;
            if (size == candidates.length) {
                keepBest();
            }
        }
    }

    /** Whether there are as many items as are wanted. */
    boolean isFull() {
        return size >= n;
    }

    /** The score of the last of the items kept, or {@code otherwise} where there are fewer than are wanted. */
    float lastIfFull(float otherwise) {
        if (size > n) {
            keepBest();
        }
        return size < n
                ? otherwise
                : score(Arrays.stream(candidates, 0, n).min().orElseThrow());
    }

    /** The items kept, best first. */
    TopItems ranked() {
        if (size > n) {
            keepBest();
        }
        long[] ranked = Arrays.copyOf(candidates, size);
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

    private boolean isExcluded(int item) {
        return (mayBeExcluded[word(item)] >>> item & 1) != 0 && Arrays.binarySearch(excluded, item) >= 0;
    }

    private static int word(int item) {
        return (item >>> 6) % WORDS;
    }

    /** Turns the bits of a float so that they compare as an int does, and back. */
    private static int ordered(int bits) {
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }

    /** Forgets all but the best n of more than n candidates. */
    private void keepBest() {
        int low = 0;
        int high = size - 1;
        while (low < high) {
            long pivot = candidates[(low + high) >>> 1];
            int left = low;
            int right = high;
            while (left <= right) {
                while (candidates[left] > pivot) {
                    left++;
                }
                while (candidates[right] < pivot) {
                    right--;
                }
                if (left <= right) {
                    swap(left++, right--);
                }
            }
            if (right < n - 1) {
                low = left;
            }
            if (n - 1 < left) {
                high = right;
            }
        }
        size = n;
        cut = candidates[n - 1];
        threshold = score(cut);
    }

    private void swap(int one, int other) {
        long swapped = candidates[one];
        candidates[one] = candidates[other];
        candidates[other] = swapped;
    }
}
