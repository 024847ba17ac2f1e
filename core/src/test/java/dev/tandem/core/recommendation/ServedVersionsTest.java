package dev.tandem.core.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServedVersionsTest {
    @Test
    void nothingWasServedBeforeTheFirst() {
        ServedVersions versions = ServedVersions.after(List.of(publish("a")));

        assertThat(versions.current()).contains("a");
        assertThat(versions.previous()).isEmpty();
    }

    @Test
    void thePreviousIsTheOneServedBeforeTheCurrent() {
        ServedVersions versions = ServedVersions.after(List.of(publish("a"), publish("b"), publish("c")));

        assertThat(versions.previous()).contains("b");
    }

    @Test
    void publishingTheSameAgainIsNoChange() {
        ServedVersions versions = ServedVersions.after(List.of(publish("a"), publish("b"), publish("b")));

        assertThat(versions.previous()).contains("a");
    }

    @Test
    void rollingBackTwiceGoesBackTwoVersions() {
        ServedVersions versions =
                ServedVersions.after(List.of(publish("a"), publish("b"), publish("c"), rollback("b")));

        assertThat(versions.current()).contains("b");
        assertThat(versions.previous()).contains("a");
    }

    @Test
    void whatWasRolledBackFromIsNotGoneBackTo() {
        ServedVersions versions =
                ServedVersions.after(List.of(publish("a"), publish("b"), rollback("a"), publish("c")));

        assertThat(versions.previous()).contains("a");
    }

    @Test
    void promotingAnOlderVersionCanBeRolledBackToo() {
        ServedVersions versions = ServedVersions.after(
                List.of(publish("a"), publish("b"), new Promotion("a", Promotion.PROMOTE, Instant.EPOCH)));

        assertThat(versions.current()).contains("a");
        assertThat(versions.previous()).contains("b");
    }

    private static Promotion publish(String version) {
        return new Promotion(version, "publish", Instant.EPOCH);
    }

    private static Promotion rollback(String version) {
        return new Promotion(version, Promotion.ROLLBACK, Instant.EPOCH);
    }
}
