package dev.tandem.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.interval.DataInterval;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeedbackDayTest {
    @Test
    void dayIsThatOfReceiptInUtc() {
        assertThat(FeedbackDay.of(Instant.parse("2026-11-30T23:59:59.999Z"))).isEqualTo("2026-11-30");
        assertThat(FeedbackDay.of(Instant.parse("2026-12-01T00:00:00Z"))).isEqualTo("2026-12-01");
    }

    @Test
    void shardFollowsFromTheId() {
        assertThat(FeedbackDay.shard("f-1")).isEqualTo(3);
        assertThat(FeedbackDay.shard("ö")).isEqualTo(7);
    }

    @Test
    void shardsAreAboutEquallyFull() {
        assertThat(IntStream.range(0, 8_000)
                        .mapToObj(id -> FeedbackDay.shard("feedback-" + id))
                        .collect(Collectors.groupingBy(shard -> shard, Collectors.counting())))
                .hasSize(FeedbackDay.SHARDS)
                .allSatisfy((shard, feedback) -> assertThat(feedback).isBetween(900L, 1_100L));
    }

    @Test
    void theDaysOfAnIntervalAreAllThatItHasAPartOf() {
        DataInterval interval =
                new DataInterval(Instant.parse("2026-01-30T12:00:00Z"), Instant.parse("2026-02-01T00:00:00.001Z"));

        assertThat(FeedbackDay.of(interval)).containsExactly("2026-01-30", "2026-01-31", "2026-02-01");
    }
}
