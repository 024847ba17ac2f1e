package dev.tandem.core.interval;

import dev.tandem.core.failure.TandemException;
import java.time.Duration;
import java.time.Instant;

/** The span of data that a job works on, from start (inclusive) to end (exclusive). */
public record DataInterval(Instant start, Instant end) {
    public DataInterval {
        if (!start.isBefore(end)) {
            throw TandemException.invalid("interval-start", start.toString(), "an instant before interval-end " + end);
        }
    }

    /** The interval of this length that ends at {@code end}. */
    public static DataInterval upTo(Instant end, Duration length) {
        return new DataInterval(end.minus(length), end);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    @Override
    public String toString() {
        return "[" + start + ", " + end + ")";
    }
}
