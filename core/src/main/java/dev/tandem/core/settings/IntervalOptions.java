package dev.tandem.core.settings;

import dev.tandem.core.interval.DataInterval;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/**
 * The options of a job's data interval, for jobs to mix in. The end is enough; Airflow passes the start as well to jobs
 * that work on the interval itself.
 */
public final class IntervalOptions {
    @Option(
            names = "--interval-start",
            description =
                    "Start of the data interval, inclusive, as in 2026-01-01T00:00:00Z; else as long before its end as"
                            + " the job usually covers.")
    private @Nullable Instant start;

    @Option(
            names = "--interval-end",
            required = true,
            showDefaultValue = Visibility.NEVER,
            description = "End of the data interval, exclusive, as in 2026-01-02T00:00:00Z.")
    private Instant end = Instant.EPOCH;

    /** The interval, beginning {@code usualLength} before its end where no start was given. */
    public DataInterval toInterval(Duration usualLength) {
        return start == null ? DataInterval.upTo(end, usualLength) : new DataInterval(start, end);
    }
}
