package dev.tandem.etl.digest;

import dev.tandem.core.failure.TandemException;
import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.settings.IntervalOptions;
import dev.tandem.core.settings.SettingsSource;
import dev.tandem.runtime.job.JobOptions;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@link DigestFeedbackConfig}. */
final class DigestFeedbackOptions implements SettingsSource<DigestFeedbackConfig> {
    /** Older feedback is not kept. */
    private static final Duration LONGEST_WINDOW = Duration.ofDays(400);

    @Mixin
    private final JobOptions job = new JobOptions();

    @Mixin
    private final IntervalOptions interval = new IntervalOptions();

    @Option(
            names = "--digest.window",
            defaultValue = "P90D",
            description = "How long before the interval's end ratings count, PT1H to P400D; its start does not matter.")
    private Duration window = Duration.ZERO;

    @Option(
            names = "--digest.min-ratings",
            defaultValue = "5",
            description = "An item with fewer ratings is not demoted, 1 to 1000000.")
    private int minRatings;

    @Option(
            names = "--digest.max-critical-share",
            defaultValue = "0.5",
            description = "An item is demoted of whose ratings surely, at 95 %%, a greater share is critical (1 to 3);"
                    + " 0 to 1.")
    private double maxCriticalShare;

    @Override
    public DigestFeedbackConfig toSettings() {
        if (window.compareTo(Duration.ofHours(1)) < 0 || window.compareTo(LONGEST_WINDOW) > 0) {
            throw TandemException.invalid("--digest.window", window.toString(), "PT1H to P400D");
        }
        if (minRatings < 1 || minRatings > 1_000_000) {
            throw TandemException.invalid("--digest.min-ratings", Integer.toString(minRatings), "1 to 1000000");
        }
        if (!(maxCriticalShare >= 0 && maxCriticalShare <= 1)) {
            throw TandemException.invalid("--digest.max-critical-share", Double.toString(maxCriticalShare), "0 to 1");
        }
        return new DigestFeedbackConfig(
                job.toSettings(),
                DataInterval.upTo(interval.toInterval(window).end(), window),
                new Demotion(minRatings, maxCriticalShare));
    }
}
