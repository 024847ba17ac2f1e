package dev.tandem.serving.ranking;

/**
 * How far the pages before have come in one source.
 *
 * @param stamp of the list that they were made from; empty where there was none
 * @param position how many of its entries they have looked at for what is not demoted
 * @param demotedPosition how many they have looked at for what is, which comes after all sources' others
 */
record Place(String stamp, int position, int demotedPosition) {
    /** The source has not been asked yet. */
    static final Place UNTOUCHED = new Place("?", 0, 0);

    boolean isUntouched() {
        return this.equals(UNTOUCHED);
    }
}
