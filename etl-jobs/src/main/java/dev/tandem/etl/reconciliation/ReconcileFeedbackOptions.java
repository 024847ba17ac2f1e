package dev.tandem.etl.reconciliation;

import dev.tandem.core.failure.TandemException;
import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.settings.IntervalOptions;
import dev.tandem.core.settings.KafkaOptions;
import dev.tandem.core.settings.SettingsSource;
import dev.tandem.runtime.job.JobOptions;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@link ReconcileFeedbackConfig}. */
final class ReconcileFeedbackOptions implements SettingsSource<ReconcileFeedbackConfig> {
    private static final Duration USUAL_INTERVAL = Duration.ofDays(7);
    /** What is tried for longer would be forgotten: its feedback is no longer within the interval. */
    private static final Duration LONGEST_RETRIES = USUAL_INTERVAL.minusDays(1);

    @Mixin
    private final JobOptions job = new JobOptions();

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private final IntervalOptions interval = new IntervalOptions();

    @Option(
            names = "--reconcile.grace",
            defaultValue = "PT1M",
            description = "How long an answer may take; younger feedback is not judged, PT1S to PT1H.")
    private Duration grace = Duration.ZERO;

    @Option(
            names = "--reconcile.retry-after",
            defaultValue = "PT15M",
            description =
                    "How long to wait for the acknowledgement of an offer before it is sent a second time; twice as"
                            + " long before each further time. PT1S or more.")
    private Duration retryAfter = Duration.ZERO;

    @Option(
            names = "--reconcile.max-attempts",
            defaultValue = "5",
            description =
                    "How often an offer is sent before it counts as undeliverable, 1 to 16; with its pauses within"
                            + " 6 days.")
    private int maxAttempts;

    @Override
    public ReconcileFeedbackConfig toSettings() {
        if (grace.compareTo(Duration.ofSeconds(1)) < 0 || grace.compareTo(Duration.ofHours(1)) > 0) {
            throw TandemException.invalid("--reconcile.grace", grace.toString(), "PT1S to PT1H");
        }
        if (maxAttempts < 1 || maxAttempts > 16) {
            throw TandemException.invalid("--reconcile.max-attempts", Integer.toString(maxAttempts), "1 to 16");
        }
        RetrySchedule retries = new RetrySchedule(retryAfter, maxAttempts);
        if (retryAfter.compareTo(Duration.ofSeconds(1)) < 0 || retries.total().compareTo(LONGEST_RETRIES) > 0) {
            throw TandemException.invalid(
                    "--reconcile.retry-after",
                    retryAfter.toString(),
                    "PT1S or more, and so much that %d attempts take no longer than 6 days".formatted(maxAttempts));
        }
        DataInterval received = interval.toInterval(USUAL_INTERVAL);
        if (!received.start().isBefore(received.end().minus(grace))) {
            throw TandemException.invalid(
                    "--interval-start",
                    received.start().toString(),
                    "an instant more than --reconcile.grace before the end, before "
                            + received.end().minus(grace));
        }
        return new ReconcileFeedbackConfig(job.toSettings(), kafka.toSettings(), received, grace, retries);
    }
}
