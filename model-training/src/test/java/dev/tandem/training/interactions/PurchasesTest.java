package dev.tandem.training.interactions;

import static dev.tandem.core.schema.Columns.ORDER_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.runtime.testing.SparkExtension;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class PurchasesTest {
    private static final DataInterval MARCH =
            new DataInterval(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"));

    @Test
    void takesSalesThatWereNotCalledOff(SparkSession spark) {
        Dataset<Row> lines = OrderLines.of("shop")
                .sale("u1", "kept", "i1", "2026-03-05T00:00:00Z")
                .calledOff("u1", "called-off", "i1", "2026-03-05T00:00:00Z", "2026-03-06T00:00:00Z")
                .givenBack("u1", "given-back", "i1", "2026-03-05T00:00:00Z")
                .toDataset(spark);

        assertThat(orders(Purchases.bought(lines))).containsExactly("kept");
    }

    @Test
    void takesTheIntervalFromItsStartToJustBeforeItsEnd(SparkSession spark) {
        Dataset<Row> lines = OrderLines.of("shop")
                .sale("u1", "before", "i1", "2026-02-28T23:59:59.999Z")
                .sale("u1", "first", "i1", "2026-03-01T00:00:00Z")
                .sale("u1", "last", "i1", "2026-03-31T23:59:59.999Z")
                .sale("u1", "after", "i1", "2026-04-01T00:00:00Z")
                .toDataset(spark);

        assertThat(orders(Purchases.boughtIn(MARCH, lines))).containsExactlyInAnyOrder("first", "last");
    }

    @Test
    void knowsNothingOfWhatWasCalledOffAfterTheIntervalsEnd(SparkSession spark) {
        Dataset<Row> lines = OrderLines.of("shop")
                .calledOff("u1", "in-time", "i1", "2026-03-05T00:00:00Z", "2026-03-31T23:59:59Z")
                .calledOff("u1", "later", "i1", "2026-03-05T00:00:00Z", "2026-04-01T00:00:00Z")
                .givenBack("u1", "given-back", "i1", "2026-03-05T00:00:00Z")
                .toDataset(spark);

        assertThat(orders(Purchases.boughtIn(MARCH, lines))).containsExactly("later");
    }

    @Test
    void takesBackTheLatestPurchasesBeforeSomethingIsGivenBack(SparkSession spark) {
        Dataset<Row> lines = OrderLines.of("shop")
                .sale("u1", "first", "i1", "2026-03-02T00:00:00Z", 12)
                .sale("u1", "second", "i1", "2026-03-05T00:00:00Z", 6)
                .givenBack("u1", "returned", "i1", "2026-03-06T00:00:00Z", 6)
                .sale("u1", "third", "i1", "2026-03-07T00:00:00Z", 1)
                .toDataset(spark);

        assertThat(orders(Purchases.keptIn(MARCH, lines))).containsExactlyInAnyOrder("first", "third");
    }

    @Test
    void keepsAPurchaseOfWhichOnlyAPartIsGivenBack(SparkSession spark) {
        Dataset<Row> lines = OrderLines.of("shop")
                .sale("u1", "first", "i1", "2026-03-02T00:00:00Z", 12)
                .sale("u1", "second", "i1", "2026-03-05T00:00:00Z", 6)
                .givenBack("u1", "returned", "i1", "2026-03-06T00:00:00Z", 7)
                .toDataset(spark);

        assertThat(orders(Purchases.keptIn(MARCH, lines))).containsExactly("first");
    }

    @Test
    void takesNothingBackThatWasBoughtLaterOrByOthers(SparkSession spark) {
        Dataset<Row> lines = OrderLines.of("shop")
                .givenBack("u1", "bought-in-february", "i1", "2026-03-02T00:00:00Z", 9)
                .sale("u1", "later", "i1", "2026-03-05T00:00:00Z")
                .sale("u1", "other-item", "i2", "2026-03-01T00:00:00Z")
                .sale("u2", "other-user", "i1", "2026-03-01T00:00:00Z")
                .sale("u2", "given-back-in-april", "i3", "2026-03-01T00:00:00Z")
                .givenBack("u2", "in-april", "i3", "2026-04-01T00:00:00Z")
                .toDataset(spark);

        assertThat(orders(Purchases.keptIn(MARCH, lines)))
                .containsExactlyInAnyOrder("later", "other-item", "other-user", "given-back-in-april");
    }

    @Test
    void keepsNothingOfWhatIsGivenBackAtOnceOrMoreThanOnce(SparkSession spark) {
        Dataset<Row> lines = OrderLines.of("shop")
                .sale("u1", "o1", "i1", "2026-03-02T00:00:00Z")
                .givenBack("u1", "at-once", "i1", "2026-03-02T00:00:00Z")
                .sale("u1", "o2", "i2", "2026-03-02T00:00:00Z")
                .givenBack("u1", "too-much", "i2", "2026-03-03T00:00:00Z", 5)
                .toDataset(spark);

        assertThat(orders(Purchases.keptIn(MARCH, lines))).isEmpty();
    }

    private static List<String> orders(Dataset<Row> lines) {
        return lines.select(ORDER_ID).as(Encoders.STRING()).collectAsList();
    }
}
