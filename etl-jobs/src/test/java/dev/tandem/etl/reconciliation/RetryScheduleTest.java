package dev.tandem.etl.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
    private static final Instant SENT = Instant.parse("2026-02-01T00:00:00Z");

    private final RetrySchedule retries = new RetrySchedule(Duration.ofMinutes(15), 5);

    @Test
    void pausesDouble() {
        assertThat(retries.pauseAfter(1)).isEqualTo(Duration.ofMinutes(15));
        assertThat(retries.pauseAfter(2)).isEqualTo(Duration.ofMinutes(30));
        assertThat(retries.pauseAfter(5)).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void aPauseIsOverAtItsEndAndNotBefore() {
        assertThat(retries.isOver(2, SENT, SENT.plusSeconds(30 * 60))).isTrue();
        assertThat(retries.isOver(2, SENT, SENT.plusSeconds(30 * 60).minusMillis(1)))
                .isFalse();
    }

    @Test
    void whatWasNeverCountedPausesAsAfterTheFirstTime() {
        assertThat(retries.pauseAfter(0)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void pausesDoNotGrowBeyondWhatATimeCanHold() {
        assertThat(retries.pauseAfter(1000)).isEqualTo(retries.pauseAfter(21)).isGreaterThan(Duration.ofDays(365));
    }

    @Test
    void theTotalIsTheSumOfItsPauses() {
        assertThat(retries.total()).isEqualTo(Duration.ofMinutes(15 + 30 + 60 + 120 + 240));
    }
}
