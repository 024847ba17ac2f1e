package dev.tandem.core.feedback;

import dev.tandem.core.interval.DataInterval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Where a feedback stands in the table of all feedback by day: in the day of its receipt, in one of the day's shards. */
public final class FeedbackDay {
    /** How many shards a day has, counted from 0. */
    public static final int SHARDS = 8;

    private FeedbackDay() {}

    /** The day of a receipt, in UTC, as {@code 2026-11-30}. */
    public static String of(Instant receivedAt) {
        return date(receivedAt).toString();
    }

    /** The shard of a feedback: the CRC-32C of its id in UTF-8, modulo {@link #SHARDS}. */
    public static int shard(String feedbackId) {
        return StableHash.of(feedbackId, SHARDS);
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
