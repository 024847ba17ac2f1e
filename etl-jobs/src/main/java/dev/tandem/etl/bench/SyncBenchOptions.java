package dev.tandem.etl.bench;

import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.CassandraOptions;
import dev.tandem.core.settings.CassandraSettings;
import dev.tandem.core.settings.PostgresOptions;
import dev.tandem.core.settings.SettingsSource;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@link SyncBenchConfig}. */
final class SyncBenchOptions implements SettingsSource<SyncBenchConfig> {
    private static final int LEAST_LINES = 10_000;
    private static final String KEYSPACE = "tandem_bench_sync";

    @Mixin
    private final PostgresOptions postgres = new PostgresOptions();

    @Mixin
    private final CassandraOptions cassandra = new CassandraOptions();

    @Option(names = "--spark.master", defaultValue = "local[*]", description = "Where Spark runs.")
    private String sparkMaster = "";

    @Option(names = "--lines", defaultValue = "400000", description = "Order lines to copy, 10000 or more.")
    private int lines;

    @Option(names = "--rounds", defaultValue = "3", description = "How often each way is taken, 1 to 49.")
    private int rounds;

    @Override
    public SyncBenchConfig toSettings() {
        if (lines < LEAST_LINES) {
            throw TandemException.invalid("--lines", Integer.toString(lines), LEAST_LINES + " or more");
        }
        if (rounds < 1 || rounds > 49) {
            throw TandemException.invalid("--rounds", Integer.toString(rounds), "1 to 49");
        }
        CassandraSettings given = cassandra.toSettings();
        CassandraSettings own = new CassandraSettings(
                given.contactPoints(), given.localDatacenter(), KEYSPACE, given.user(), given.password());
        return new SyncBenchConfig(postgres.toSettings(), own, sparkMaster, lines, rounds);
    }
}
