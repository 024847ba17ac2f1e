package dev.tandem.etl.changes;

/** Which rows of PostgreSQL a sync looks at. */
public enum SyncMode {
    /** What changed since the last run; everything where there was none. */
    INCREMENTAL,
    /** Everything, on both sides: what Cassandra has too much is deleted. */
    FULL,
    /** What happened within the data interval, changed or not; the mark of the incremental runs stays where it is. */
    INTERVAL
}
