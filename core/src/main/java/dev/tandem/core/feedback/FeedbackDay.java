package dev.tandem.core.feedback;

import dev.tandem.core.interval.DataInterval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Which part of table {@code feedback_by_day} a feedback is in. */
public final class FeedbackDay {
    /** The parts that each day has, numbered from 0. */
    public static final int SHARDS = 8;

    private FeedbackDay() {}

    /** The day of a receipt, in UTC, as 2026-11-30. */
    public static String of(Instant receivedAt) {
        return date(receivedAt).toString();
    }

    /** The part of its day that a feedback is in. */
    public static int shard(String feedbackId) {
        return Math.floorMod(feedbackId.hashCode(), SHARDS);
    }

    /** The days that an interval has a part of, in their order. */
    public static List<String> of(DataInterval interval) {
        LocalDate last = date(interval.end().minusNanos(1));
        return date(interval.start())
                .datesUntil(last.plusDays(1))
                .map(LocalDate::toString)
                .toList();
    }

    private static LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
