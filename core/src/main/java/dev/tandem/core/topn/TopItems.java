package dev.tandem.core.topn;

/** The best items of one user, best first; of equal scores the lower index first. */
public final class TopItems {
    /** No items. */
    public static final TopItems NONE = new TopItems(new long[0]);

    private final long[] ranked;

    /**
     * @param ranked {@link Selection} keys, best first; kept
     */
    TopItems(long[] ranked) {
        this.ranked = ranked;
    }

    /** How many there are. */
    public int size() {
        return ranked.length;
    }

    /** Index of the item at a place, 0 being the best. */
    public int item(int place) {
        return Selection.item(ranked[place]);
    }

    /** Score of the item at a place, 0 being the best. */
    public float score(int place) {
        return Selection.score(ranked[place]);
    }

    /**
     * The best of these and of others, which must not be among these.
     *
     * @param items indices of the others
     * @param scores of the others; one that is not a number is left out
     * @param n how many at the most, 1 or more
     * @param floor only greater scores are listed
     */
    public TopItems with(int[] items, float[] scores, int n, float floor) {
        Selection best = new Selection(n, floor, new int[0], Double.NaN);
        for (long key : ranked) {
            best.offer(Selection.score(key), Selection.item(key));
        }
        for (int i = 0; i < items.length; i++) {
            best.offer(scores[i], items[i]);
        }
        return best.ranked();
    }
}
