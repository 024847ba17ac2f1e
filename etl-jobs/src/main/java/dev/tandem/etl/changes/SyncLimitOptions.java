package dev.tandem.etl.changes;

import dev.tandem.core.failure.TandemException;
import picocli.CommandLine.Option;

/** The options of {@link SyncLimits}, for syncs to mix in. */
public final class SyncLimitOptions {
    @Option(
            names = "--postgres.readers",
            defaultValue = "4",
            description = "Connections that read PostgreSQL at once, 1 to 64.")
    private int readers;

    @Option(
            names = "--cassandra.max-rows-per-second",
            defaultValue = "0",
            description = "Rows that are compared with Cassandra's and written in a second at the most, so that serving"
                    + " keeps its latency; 0 for no bound.")
    private long maxRowsPerSecond;

    public SyncLimits toSettings() {
        if (readers < 1 || readers > 64) {
            throw TandemException.invalid("--postgres.readers", Integer.toString(readers), "1 to 64");
        }
        if (maxRowsPerSecond < 0) {
            throw TandemException.invalid(
                    "--cassandra.max-rows-per-second", Long.toString(maxRowsPerSecond), "0 or more");
        }
        return new SyncLimits(readers, maxRowsPerSecond);
    }
}
