package dev.tandem.training.recommender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tandem.core.factors.FactorMatrix;
import dev.tandem.core.interval.DataInterval;
import dev.tandem.runtime.testing.SparkExtension;
import dev.tandem.training.interactions.OrderLines;
import dev.tandem.training.interactions.TrainingSet;
import dev.tandem.training.interactions.UserEvents;
import dev.tandem.training.solver.Factors;
import java.time.Duration;
import java.time.Instant;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class RecommenderTest {
    private static final DataInterval MARCH =
            new DataInterval(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"));

    /** In the last week i1 has four buyers and i2 one; i3 was bought before. */
    private static final OrderLines LINES = OrderLines.of("shop")
            .sale("u1", "o1", "i1", "2026-03-30T00:00:00Z")
            .sale("u2", "o2", "i1", "2026-03-30T00:00:00Z")
            .sale("u3", "o3", "i1", "2026-03-30T00:00:00Z")
            .sale("u4", "o4", "i1", "2026-03-30T00:00:00Z")
            .sale("u4", "o5", "i2", "2026-03-31T00:00:00Z")
            .sale("u4", "o6", "i2", "2026-03-31T12:00:00Z")
            .sale("u4", "o7", "i3", "2026-03-02T00:00:00Z");

    private static final Factors FACTORS =
            new Factors(new FactorMatrix(2, new float[] {3, 4, 0, 0, 1, 0, 0, 2}), new FactorMatrix(2, new float[6]));

    @Test
    void weighsRecentPopularityByTheLengthOfTheUsersVector(SparkSession spark) {
        try (TrainingSet training = TrainingSet.of(UserEvents.ofOrders(LINES.toDataset(spark)), MARCH)) {
            Recommender recommender = Recommender.of(FACTORS, training, blend(0.1));

            assertThat(recommender.bias()).containsExactly(1, 0.5f, 0);
            assertThat(recommender.biasWeights()).containsExactly(new float[] {0.5f, 0, 0.1f, 0.2f}, within(1e-6f));
            assertThat(recommender.historyWeight()).isEqualTo(0.2f);
        }
    }

    @Test
    void addsNothingWhereTheWeightIsNought(SparkSession spark) {
        try (TrainingSet training = TrainingSet.of(UserEvents.ofOrders(LINES.toDataset(spark)), MARCH)) {
            Recommender recommender = Recommender.of(FACTORS, training, blend(0));

            assertThat(recommender.bias()).containsOnly(0);
            assertThat(recommender.biasWeights()).containsOnly(0);
        }
    }

    private static BlendSettings blend(double popularityWeight) {
        return new BlendSettings(popularityWeight, Duration.ofDays(7), 0.2, Duration.ofDays(180));
    }
}
