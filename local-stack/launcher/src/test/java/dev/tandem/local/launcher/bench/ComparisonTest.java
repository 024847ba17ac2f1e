package dev.tandem.local.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static Measurement measured(String way, int round, double seconds) {
        return new Measurement(way, round, seconds, 100, "rows", Map.of("cpu_seconds", seconds * 2));
    }

    private static final List<Measurement> ROUNDS = List.of(
            measured("defaults", 1, 4.0),
            measured("ours", 1, 1.0),
            measured("defaults", 2, 100.0),
            measured("ours", 2, 0.5),
            measured("defaults", 3, 2.0),
            measured("ours", 3, 2.0));

    @Test
    void aSingleDisturbedRoundDoesNotMoveTheMedian() {
        Comparison comparison = Comparison.of(List.of("defaults"), ROUNDS);

        assertThat(comparison.way("defaults").seconds()).isEqualTo(4.0);
        assertThat(comparison.way("ours").rate()).isEqualTo(100.0);
    }

    @Test
    void theMedianOfTwoRoundsIsBetweenThem() {
        Comparison comparison = Comparison.of(List.of(), ROUNDS.subList(0, 4));

        assertThat(comparison.way("ours").seconds()).isEqualTo(0.75);
    }

    @Test
    void fourTimesAsManyRowsASecondIsARatioOfFour() {
        Comparison comparison = Comparison.of(List.of("defaults"), ROUNDS);

        assertThat(comparison.ratio("ours", "defaults")).isCloseTo(4.0, within(1e-9));
    }

    @Test
    void theTableShowsEachWayBesideItsYardstick() {
        assertThat(Comparison.of(List.of("defaults"), ROUNDS).table())
                .containsExactly(
                        "way       rounds  seconds  per second  × defaults  cpu_seconds",
                        "defaults  3       4.000    25 rows     1.00        8.000 (× 1.00)",
                        "ours      3       1.000    100 rows    4.00        2.000 (× 0.25)");
    }

    @Test
    void aYardstickThatWasNotMeasuredHasNoColumn() {
        assertThat(Comparison.of(List.of("plain driver"), ROUNDS).table().get(0))
                .doesNotContain("plain driver");
    }
}
