package dev.tandem.training.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.runtime.testing.SparkExtension;
import dev.tandem.training.interactions.Interactions;
import dev.tandem.training.interactions.OrderLines;
import dev.tandem.training.solver.SolverSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ModelFingerprintTest {
    private static final Instant END = Instant.parse("2026-04-01T00:00:00Z");
    private static final RecommenderSettings SETTINGS = settings(8, 0.005, 0.25, 5, 42, Duration.ofDays(60), 0.1);
    private static final OrderLines LINES = OrderLines.of("shop")
            .sale("u1", "o1", "i1", "2026-03-22T00:00:00Z")
            .sale("u2", "o2", "i2", "2026-03-23T00:00:00Z");

    @Test
    void namesAModelAfterItsEndAndWhatItIsMadeOf() {
        ModelVersion version = ModelFingerprint.version(
                END, SETTINGS, new InteractionSummary(3, new BigDecimal("-12345"), Instant.EPOCH));

        assertThat(version.value()).isEqualTo("ials-20260401T000000Z-e0c6d22d");
    }

    @Test
    void isTheSameWhateverTheOrderOfRows(SparkSession spark) {
        Dataset<Row> lines = LINES.toDataset(spark);

        assertThat(version(lines.orderBy("user_id").coalesce(1), SETTINGS))
                .isEqualTo(version(lines.repartition(3), SETTINGS));
    }

    @Test
    void changesWithEverySetting(SparkSession spark) {
        Dataset<Row> lines = LINES.toDataset(spark);
        Duration halfLife = SETTINGS.halfLife();

        assertThat(new RecommenderSettings[] {
                    settings(9, 0.005, 0.25, 5, 42, halfLife, 0.1),
                    settings(8, 0.006, 0.25, 5, 42, halfLife, 0.1),
                    settings(8, 0.005, 0.5, 5, 42, halfLife, 0.1),
                    settings(8, 0.005, 0.25, 6, 42, halfLife, 0.1),
                    settings(8, 0.005, 0.25, 5, 43, halfLife, 0.1),
                    settings(8, 0.005, 0.25, 5, 42, Duration.ofDays(61), 0.1),
                    settings(8, 0.005, 0.25, 5, 42, halfLife, 0.2),
                    new RecommenderSettings(new AlsSettings(8, 0.3, 4, 5, 42, 2), halfLife, 0.2, SETTINGS.blend()),
                    new RecommenderSettings(SETTINGS.factors(), halfLife, 0.3, SETTINGS.blend())
                })
                .extracting(settings -> version(lines, settings))
                .doesNotHaveDuplicates()
                .doesNotContain(version(lines, SETTINGS));
    }

    @Test
    void changesWithTheInteractions(SparkSession spark) {
        Dataset<Row> more = LINES.sale("u2", "o3", "i1", "2026-03-24T00:00:00Z").toDataset(spark);
        Dataset<Row> later = OrderLines.of("shop")
                .sale("u1", "o1", "i1", "2026-03-22T00:00:00Z")
                .sale("u2", "o2", "i2", "2026-03-23T00:00:01Z")
                .toDataset(spark);

        assertThat(version(more, SETTINGS)).isNotEqualTo(version(LINES.toDataset(spark), SETTINGS));
        assertThat(version(later, SETTINGS)).isNotEqualTo(version(LINES.toDataset(spark), SETTINGS));
    }

    @Test
    void summarisesNothing(SparkSession spark) {
        Dataset<Row> none = Interactions.of(OrderLines.of("shop").toDataset(spark), END, SETTINGS.halfLife());

        assertThat(InteractionSummary.of(none).rows()).isZero();
    }

    private static ModelVersion version(Dataset<Row> lines, RecommenderSettings settings) {
        return ModelFingerprint.version(
                END, settings, InteractionSummary.of(Interactions.of(lines, END, settings.halfLife())));
    }

    private static RecommenderSettings settings(
            int rank,
            double regularisation,
            double unobservedWeight,
            int iterations,
            long seed,
            Duration halfLife,
            double popularityWeight) {
        return new RecommenderSettings(
                new IalsSettings(new SolverSettings(rank, regularisation, 1, unobservedWeight, iterations, seed)),
                halfLife,
                0.2,
                new BlendSettings(popularityWeight, Duration.ofDays(14), 0.2, Duration.ofDays(180)));
    }
}
