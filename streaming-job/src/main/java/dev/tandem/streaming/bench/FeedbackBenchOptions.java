package dev.tandem.streaming.bench;

import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.CassandraOptions;
import dev.tandem.core.settings.CassandraSettings;
import dev.tandem.core.settings.KafkaOptions;
import dev.tandem.core.settings.PostgresOptions;
import dev.tandem.core.settings.SettingsSource;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@link FeedbackBenchSettings}. */
final class FeedbackBenchOptions implements SettingsSource<FeedbackBenchSettings> {
    private static final String KEYSPACE = "tandem_bench_feedback";
    private static final int MOST = 10_000;

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private final CassandraOptions cassandra = new CassandraOptions();

    @Mixin
    private final PostgresOptions postgres = new PostgresOptions();

    @Option(names = "--bench.rounds", defaultValue = "3", description = "How often each way is taken, 1 to 49.")
    private int rounds;

    @Option(names = "--bench.time", defaultValue = "PT30S", description = "How long each way is measured.")
    private Duration time = Duration.ZERO;

    @Option(names = "--bench.warm-up", defaultValue = "PT30S", description = "How long events flow before that.")
    private Duration warmUp = Duration.ZERO;

    @Option(
            names = "--bench.idle",
            defaultValue = "PT15S",
            description = "How long nothing flows while processor time is counted.")
    private Duration idle = Duration.ZERO;

    @Option(names = "--view-rate", defaultValue = "500", description = "Views a second, 0 to 10000.")
    private int viewRate;

    @Option(names = "--feedback-rate", defaultValue = "50", description = "Critical feedback a second, 1 to 10000.")
    private int feedbackRate;

    @Override
    public FeedbackBenchSettings toSettings() {
        check("--bench.rounds", rounds, 1, 49);
        check("--view-rate", viewRate, 0, MOST);
        check("--feedback-rate", feedbackRate, 1, MOST);
        checkTime("--bench.time", time);
        checkTime("--bench.warm-up", warmUp);
        checkTime("--bench.idle", idle);
        CassandraSettings given = cassandra.toSettings();
        CassandraSettings own = new CassandraSettings(
                given.contactPoints(), given.localDatacenter(), KEYSPACE, given.user(), given.password());
        return new FeedbackBenchSettings(
                kafka.toSettings(),
                own,
                given,
                postgres.toSettings(),
                rounds,
                time,
                warmUp,
                idle,
                viewRate,
                feedbackRate);
    }

    private static void check(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw TandemException.invalid(option, Integer.toString(value), least + " to " + most);
        }
    }

    private static void checkTime(String option, Duration value) {
        if (value.isNegative() || value.isZero() || value.compareTo(Duration.ofHours(1)) > 0) {
            throw TandemException.invalid(option, value.toString(), "more than PT0S, PT1H at the most");
        }
    }
}
