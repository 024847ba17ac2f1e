package dev.tandem.local.launcher.shopdata;

/**
 * What a load did to one table.
 *
 * @param unchanged rows that were there already, equal in every column, and were not touched
 * @param removed rows that stood on a loaded order, or among the rejects of a loaded file, and do so no more
 */
public record TableCounts(long inserted, long updated, long unchanged, long removed) {
    /** Rows written in any way. */
    public long changed() {
        return inserted + updated + removed;
    }

    TableCounts withRemoved(long rows) {
        return new TableCounts(inserted, updated, unchanged, rows);
    }
}
