package dev.tandem.training.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.training.evaluation.Evaluated;
import dev.tandem.training.evaluation.Scores;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Gate GATE = new Gate(0.1, 1.5, 0.05);
    private static final Evaluated POPULARITY = evaluated(0.04, 0.08, 0.02);

    @Test
    void passesWhatIsBetterThanPopularityAndAsGoodAsTheChampion() {
        Gate.Verdict verdict = GATE.judge(evaluated(0.09, 0.3, 0.2), POPULARITY, Optional.of(evaluated(0.1, 0.3, 0.2)));

        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.reasons())
                .containsExactly(
                        "NDCG@10 of what is new 0.0900 reaches 0.0600, 1.5 times popularity's 0.0400",
                        "coverage@10 0.2000 reaches 0.0500, the floor",
                        "NDCG@10 of what is new 0.0900 reaches 0.0900, the champion's 0.1000 less 10.0 %",
                        "NDCG@10 of all purchases 0.3000 reaches 0.2700, the champion's 0.3000 less 10.0 %");
    }

    @Test
    void needsNoChampion() {
        assertThat(GATE.judge(evaluated(0.09, 0.3, 0.2), POPULARITY, Optional.empty())
                        .passed())
                .isTrue();
    }

    @Test
    void refusesWhatIsNoBetterThanPopularity() {
        Gate.Verdict verdict = GATE.judge(evaluated(0.05, 0.3, 0.2), POPULARITY, Optional.empty());

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.reasons())
                .contains("NDCG@10 of what is new 0.0500 is below 0.0600, 1.5 times popularity's 0.0400");
    }

    @Test
    void refusesWhatRecommendsTheSameToEverybody() {
        Gate.Verdict verdict = GATE.judge(evaluated(0.09, 0.3, 0.04), POPULARITY, Optional.empty());

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.reasons()).contains("coverage@10 0.0400 is below 0.0500, the floor");
    }

    @Test
    void refusesWhatIsWorseThanTheChampionOnEitherList() {
        Optional<Evaluated> champion = Optional.of(evaluated(0.1, 0.3, 0.2));

        assertThat(GATE.judge(evaluated(0.089, 0.3, 0.2), POPULARITY, champion).passed())
                .isFalse();
        assertThat(GATE.judge(evaluated(0.1, 0.269, 0.2), POPULARITY, champion).passed())
                .isFalse();
    }

    private static Evaluated evaluated(double newNdcg, double allNdcg, double coverage) {
        return new Evaluated(
                "any",
                new Scores(1_000, 0.1, 0.1, newNdcg, 0.1, coverage, 5, 1),
                new Scores(1_000, 0.1, 0.1, allNdcg, 0.1, coverage, 5, 1));
    }
}
