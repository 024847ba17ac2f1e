package dev.tandem.serving.bench;

import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.CassandraOptions;
import dev.tandem.core.settings.SettingsSource;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@link LookupBenchSettings}. */
final class LookupBenchOptions implements SettingsSource<LookupBenchSettings> {
    private static final int MAX_COUNT = 100_000;

    @Option(names = "--bench.rounds", defaultValue = "5", description = "How often each way is measured.")
    private int rounds;

    @Option(names = "--bench.time", defaultValue = "PT6S", description = "How long a way is measured each time.")
    private Duration time = Duration.ZERO;

    @Option(names = "--bench.warm-up", defaultValue = "PT10S", description = "How long each way is called before.")
    private Duration warmUp = Duration.ZERO;

    @Option(names = "--bench.connections", defaultValue = "32", description = "How many callers ask at a time.")
    private int connections;

    @Option(names = "--bench.users", defaultValue = "2000", description = "How many users are asked for in turn.")
    private int users;

    @Option(names = "--bench.limit", defaultValue = "10", description = "How many items are asked for, 1 to 100.")
    private int limit;

    @Mixin
    private final CassandraOptions cassandra = new CassandraOptions();

    @Override
    public LookupBenchSettings toSettings() {
        return new LookupBenchSettings(
                positive("--bench.rounds", rounds),
                positive("--bench.time", time),
                positive("--bench.warm-up", warmUp),
                positive("--bench.connections", connections),
                positive("--bench.users", users),
                positive("--bench.limit", limit),
                cassandra.toSettings());
    }

    private static int positive(String option, int value) {
        if (value < 1 || value > MAX_COUNT) {
            throw TandemException.invalid(option, String.valueOf(value), "1 to " + MAX_COUNT);
        }
        return value;
    }

    private static Duration positive(String option, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw TandemException.invalid(option, value.toString(), "more than PT0S");
        }
        return value;
    }
}
