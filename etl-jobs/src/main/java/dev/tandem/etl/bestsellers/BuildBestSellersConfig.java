package dev.tandem.etl.bestsellers;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.runtime.job.JobConfig;
import dev.tandem.runtime.job.JobSettings;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The settings of build-best-sellers.
 *
 * @param interval only its end matters: the sales of the calendar month before it are counted
 * @param limit how many items a list has at the most
 */
public record BuildBestSellersConfig(JobSettings job, DataInterval interval, int limit) implements JobConfig {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** The calendar month, in UTC, up to the interval's end. */
    DataInterval month() {
        Instant end = interval.end();
        return new DataInterval(end.atOffset(ZoneOffset.UTC).minusMonths(1).toInstant(), end);
    }

    /** The name of what this run makes; the same for the same interval. */
    String version() {
        return "best-sellers-" + STAMP.format(interval.end());
    }
}
