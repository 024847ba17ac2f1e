package dev.tandem.training.baselines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.runtime.testing.Rows;
import dev.tandem.runtime.testing.SparkExtension;
import dev.tandem.training.evaluation.HeldOutUser;
import dev.tandem.training.evaluation.Ranker;
import dev.tandem.training.evaluation.Target;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class BaselinesTest {
    private static final HeldOutUser USER =
            new HeldOutUser(0, new int[] {0, 1}, new float[] {0.5f, 2}, new int[] {}, 0);

    @Test
    void popularityRanksByBuyersAndThenById() {
        Ranker popularity = Baselines.popularity(new int[] {9, 3, 5, 5, 0}, 1);

        assertThat(ranked(popularity, Target.ALL)).containsExactly(0, 2, 3, 1);
        assertThat(ranked(popularity, Target.NEW)).containsExactly(2, 3);
    }

    @Test
    void ownHistoryListsNothingElse() {
        Ranker history = Baselines.ownHistory(1, 5);

        assertThat(ranked(history, Target.ALL)).containsExactly(1, 0);
        assertThat(ranked(history, Target.NEW)).isEmpty();
    }

    @Test
    void itemKnnRanksWhatBuyersOfTheSameItemsBought(SparkSession spark) {
        Rows bought = Rows.of(StructType.fromDDL("user_index int, item_index int"))
                .row(0, 0)
                .row(0, 1)
                .row(1, 0)
                .row(1, 2)
                .row(2, 1)
                .row(2, 2)
                .row(3, 1)
                .row(3, 3)
                .row(4, 4);

        Ranker knn = ItemKnn.of(bought.toDataset(spark), 5, 5);

        // Item 2 goes with both of the user's items, item 3 with one, item 4 with none.
        assertThat(ranked(knn, Target.NEW)).containsExactly(2, 3);
        assertThat(ranked(knn, Target.ALL)).contains(0, 1);
    }

    private static int[] ranked(Ranker ranker, Target target) {
        return ranker.rank(List.of(USER), target, 20).get(0);
    }
}
