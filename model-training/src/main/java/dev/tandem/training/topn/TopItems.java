package dev.tandem.training.topn;

/** The best items of one user, best first; of equal scores the lower index first. */
public final class TopItems {
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
}
