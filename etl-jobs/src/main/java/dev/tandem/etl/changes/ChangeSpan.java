package dev.tandem.etl.changes;

/**
 * The changes that one run takes over.
 *
 * @param from the first change number, inclusive; 0 where no run has been before
 * @param until the change number, exclusive, below which every transaction has ended; the next mark
 */
public record ChangeSpan(long from, long until) {
    /** Whether this span begins at the beginning, so that Cassandra is to be compared as a whole. */
    public boolean isWhole() {
        return from == 0;
    }
}
