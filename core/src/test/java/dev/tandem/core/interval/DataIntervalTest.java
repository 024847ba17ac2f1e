package dev.tandem.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.failure.TandemException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DataIntervalTest {
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void holdsItsStartButNotItsEnd() {
        DataInterval day = DataInterval.upTo(NEW_YEAR, Duration.ofDays(1));

        assertThat(day).hasToString("[2025-12-31T00:00:00Z, 2026-01-01T00:00:00Z)");
        assertThat(day.contains(Instant.parse("2025-12-31T00:00:00Z"))).isTrue();
        assertThat(day.contains(NEW_YEAR.minusNanos(1))).isTrue();
        assertThat(day.contains(NEW_YEAR)).isFalse();
    }

    @Test
    void mustBeginBeforeItEnds() {
        assertThatThrownBy(() -> new DataInterval(NEW_YEAR, NEW_YEAR))
                .isInstanceOf(TandemException.class)
                .hasMessage("interval-start is '2026-01-01T00:00:00Z'; allowed: an instant before interval-end"
                        + " 2026-01-01T00:00:00Z");
    }
}
