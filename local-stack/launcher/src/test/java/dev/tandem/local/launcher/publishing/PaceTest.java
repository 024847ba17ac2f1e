package dev.tandem.local.launcher.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void thingsAreDueAtTheirRateThoughItDoesNotDivideASecond() {
        Pace pace = new Pace(3);

        assertThat(pace.due(0)).isEqualTo(Duration.ZERO);
        assertThat(pace.due(1)).isEqualTo(Duration.ofNanos(333_333_333));
        assertThat(pace.due(3_000_000_001L)).isEqualTo(Duration.ofSeconds(1_000_000_000, 333_333_333));
    }

    @Test
    void withoutARateEverythingIsDueAtOnce() {
        assertThat(new Pace(0).due(1_000_000)).isEqualTo(Duration.ZERO);
    }

    @Test
    void waitsUntilAThingIsDue() throws Exception {
        Pace pace = new Pace(100);

        pace.await(5);

        assertThat(pace.elapsed()).isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }

    @Test
    void anInterruptedWaitEnds() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> new Pace(1).await(1_000)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void aRateBelowNothingIsRefused() {
        assertThatThrownBy(() -> new Pace(-1))
                .hasMessage("--rate is '-1'; allowed: 0, which is as fast as possible, to 100000");
    }
}
