package dev.tandem.training.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.runtime.testing.SparkExtension;
import dev.tandem.training.interactions.Interactions;
import dev.tandem.training.interactions.OrderLines;
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
    private static final AlsSettings SETTINGS = new AlsSettings(8, 0.3, 4, 5, Duration.ofDays(60), 42, 2);
    private static final OrderLines LINES = OrderLines.of("shop")
            .sale("u1", "o1", "i1", "2026-03-22T00:00:00Z")
            .sale("u2", "o2", "i2", "2026-03-23T00:00:00Z");

    @Test
    void namesAModelAfterItsEndAndWhatItIsMadeOf() {
        ModelVersion version = ModelFingerprint.version(
                END, SETTINGS, new InteractionSummary(3, new BigDecimal("-12345"), Instant.EPOCH));

        assertThat(version.value()).isEqualTo("als-20260401T000000Z-2884779f");
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

        assertThat(new AlsSettings[] {
                    new AlsSettings(9, 0.3, 4, 5, halfLife, 42, 2),
                    new AlsSettings(8, 0.4, 4, 5, halfLife, 42, 2),
                    new AlsSettings(8, 0.3, 3, 5, halfLife, 42, 2),
                    new AlsSettings(8, 0.3, 4, 6, halfLife, 42, 2),
                    new AlsSettings(8, 0.3, 4, 5, Duration.ofDays(61), 42, 2),
                    new AlsSettings(8, 0.3, 4, 5, halfLife, 43, 2),
                    new AlsSettings(8, 0.3, 4, 5, halfLife, 42, 3)
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

    private static ModelVersion version(Dataset<Row> lines, AlsSettings settings) {
        return ModelFingerprint.version(
                END, settings, InteractionSummary.of(Interactions.of(lines, END, settings.halfLife())));
    }
}
