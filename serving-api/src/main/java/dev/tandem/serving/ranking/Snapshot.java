package dev.tandem.serving.ranking;

/**
 * A list as it was at one moment.
 *
 * @param stamp tells it from every other list that its source ever had or will have; empty where there is no list
 */
public record Snapshot(String stamp, RankedList list) {
    /** No list. */
    public static final Snapshot NONE = new Snapshot("", RankedList.NONE);

    public boolean isEmpty() {
        return stamp.isEmpty();
    }
}
