package dev.tandem.local.launcher.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ModelSwitchesTest {
    private final ModelSwitches switches = new ModelSwitches();

    @Test
    void aReplacedVersionIsStaleAfterFiveSeconds() {
        at(0, "als-1");
        at(10, "als-2");

        assertThat(isStale(15, "als-1")).isFalse();
        assertThat(isStale(16, "als-1")).isTrue();
        assertThat(isStale(60, "als-2")).isFalse();
    }

    @Test
    void aVersionThatIsActiveAgainIsNotStale() {
        at(0, "als-1");
        at(10, "als-2");
        at(30, "als-1");

        assertThat(isStale(31, "als-1")).isFalse();
        assertThat(isStale(36, "als-2")).isTrue();
        assertThat(switches.lines())
                .containsExactly("switched to als-2 after 10.0 s", "switched to als-1 after 30.0 s");
    }

    @Test
    void aVersionThatBecomesActiveAgainLaterIsStaleUntilThen() {
        at(0, "als-1");
        at(10, "als-2");
        at(30, "als-1");

        assertThat(isStale(16, "als-1")).isTrue();
        assertThat(isStale(24, "als-1")).isTrue();
    }

    @Test
    void aSwitchThatIsNotedLateMakesNoAnswerStale() {
        at(0, "als-1");
        at(30, "als-2");

        assertThat(isStale(29, "als-2")).isFalse();
    }

    @Test
    void aVersionThatWasNeverActiveIsStale() {
        at(0, "als-1");

        assertThat(isStale(6, "als-0")).isTrue();
        assertThat(new ModelSwitches().isStale(Duration.ofSeconds(6), "als-0")).isFalse();
    }

    private void at(int second, String version) {
        switches.active(Duration.ofSeconds(second), version);
    }

    private boolean isStale(int second, String version) {
        return switches.isStale(Duration.ofSeconds(second), version);
    }
}
