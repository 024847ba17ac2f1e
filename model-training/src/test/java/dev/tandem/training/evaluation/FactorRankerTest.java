package dev.tandem.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.factors.FactorMatrix;
import dev.tandem.training.solver.Factors;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactorRankerTest {
    private static final Factors FACTORS = new Factors(
            new FactorMatrix(1, new float[] {1}), new FactorMatrix(1, new float[] {0.5f, 0.25f, 0.5f, 0, 0.75f}));
    private static final HeldOutUser USER =
            new HeldOutUser(0, new int[] {1, 4}, new float[] {1, 0.125f}, new int[] {}, 0);

    @Test
    void ranksUnboughtItemsByScoreAndThenById() {
        assertThat(ranked(new FactorRanker(FACTORS, 0), Target.NEW)).containsExactly(0, 2);
    }

    @Test
    void ranksBoughtItemsAmongTheOthersWhereTheyCount() {
        assertThat(ranked(new FactorRanker(FACTORS, 0), Target.ALL)).containsExactly(4, 0, 2, 1);
    }

    @Test
    void addsOwnHistoryToBoughtItems() {
        assertThat(ranked(new FactorRanker(FACTORS, 1), Target.ALL)).containsExactly(1, 4, 0, 2);
    }

    @Test
    void keepsToTheLengthAsked() {
        assertThat(new FactorRanker(FACTORS, 1)
                        .rank(List.of(USER), Target.ALL, 2)
                        .get(0))
                .containsExactly(1, 4);
    }

    private static int[] ranked(FactorRanker ranker, Target target) {
        return ranker.rank(List.of(USER), target, 20).get(0);
    }
}
