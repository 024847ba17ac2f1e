package dev.tandem.etl.changes;

/**
 * How hard a sync works either database.
 *
 * @param readers how many connections read PostgreSQL at once
 * @param maxRowsPerSecond how many rows are compared and written at the most; 0 for no bound
 */
public record SyncLimits(int readers, long maxRowsPerSecond) {}
