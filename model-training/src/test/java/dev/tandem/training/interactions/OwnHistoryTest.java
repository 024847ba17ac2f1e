package dev.tandem.training.interactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.runtime.testing.SparkExtension;
import java.time.Duration;
import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class OwnHistoryTest {
    private static final OwnHistory MARCH = new OwnHistory(
            new DataInterval(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z")),
            Duration.ofDays(10));

    @Test
    void countsWhatWasBoughtInTheIntervalAndKept(SparkSession spark) {
        Dataset<Row> lines = OrderLines.of("shop")
                .sale("u1", "o1", "i1", "2026-03-22T00:00:00Z")
                .sale("u1", "o2", "i1", "2026-03-12T00:00:00Z")
                .sale("u2", "o3", "i1", "2026-02-28T00:00:00Z")
                .sale("u2", "o4", "i2", "2026-04-01T00:00:00Z")
                .calledOff("u2", "o5", "i3", "2026-03-22T00:00:00Z", "2026-03-23T00:00:00Z")
                .toDataset(spark);

        Dataset<Row> history = MARCH.of(lines);

        assertThat(history.columns()).containsExactly("user_id", "item_id", "history");
        assertThat(history.collectAsList()).containsExactly(RowFactory.create("u1", "i1", 0.75f));
    }

    @Test
    void isNothingWhereAllWasGivenBackAndStandsBesideWhatWasBought(SparkSession spark) {
        Dataset<Row> lines = OrderLines.of("shop")
                .sale("u1", "o1", "kept", "2026-03-22T00:00:00Z")
                .sale("u1", "o2", "given-back", "2026-03-22T00:00:00Z")
                .givenBack("u1", "o3", "given-back", "2026-03-23T00:00:00Z")
                .toDataset(spark);

        assertThat(MARCH.of(lines).collectAsList()).containsExactly(RowFactory.create("u1", "kept", 0.5f));
        assertThat(MARCH.beside(Purchases.bought(lines), lines).collectAsList())
                .containsExactlyInAnyOrder(
                        RowFactory.create("u1", "kept", 0.5f), RowFactory.create("u1", "given-back", 0f));
    }
}
