package dev.tandem.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankingMetricsTest {
    private static final boolean[] FIRST_AND_THIRD = {true, false, true, false};

    @Test
    void recallIsTheShareOfTargetsFound() {
        assertThat(RankingMetrics.recall(FIRST_AND_THIRD, 4, 10)).isEqualTo(0.5);
    }

    @Test
    void recallOfMoreTargetsThanPlacesIsTheShareOfPlacesHit() {
        assertThat(RankingMetrics.recall(FIRST_AND_THIRD, 100, 4)).isEqualTo(0.5);
    }

    @Test
    void recallLooksNoFurtherThanItsPlaces() {
        assertThat(RankingMetrics.recall(FIRST_AND_THIRD, 2, 1)).isEqualTo(1);
        assertThat(RankingMetrics.recall(FIRST_AND_THIRD, 2, 2)).isEqualTo(0.5);
    }

    @Test
    void ndcgDiscountsHitsByTheLogarithmOfTheirPlace() {
        // (1 / log2(2) + 1 / log2(4)) / (1 / log2(2) + 1 / log2(3))
        double expected = 1.5 / (1 + Math.log(2) / Math.log(3));

        assertThat(RankingMetrics.ndcg(FIRST_AND_THIRD, 2, 10)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void ndcgIsOneWhereEveryPlaceThatCanHitDoes() {
        assertThat(RankingMetrics.ndcg(new boolean[] {true, true, false}, 2, 3)).isEqualTo(1);
        assertThat(RankingMetrics.ndcg(new boolean[] {true, true}, 7, 2)).isEqualTo(1);
    }

    @Test
    void averagePrecisionTakesThePrecisionAtEachHit() {
        // (1/1 + 2/3) / 2
        assertThat(RankingMetrics.averagePrecision(FIRST_AND_THIRD, 2, 10)).isCloseTo(5 / 6.0, within(1e-12));
    }

    @Test
    void anEmptyListScoresNothing() {
        boolean[] none = {};

        assertThat(RankingMetrics.recall(none, 3, 10)).isZero();
        assertThat(RankingMetrics.ndcg(none, 3, 10)).isZero();
        assertThat(RankingMetrics.averagePrecision(none, 3, 10)).isZero();
    }
}
