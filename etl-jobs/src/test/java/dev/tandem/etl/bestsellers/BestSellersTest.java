package dev.tandem.etl.bestsellers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.runtime.testing.Rows;
import dev.tandem.runtime.testing.SparkExtension;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class BestSellersTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-02-01T00:00:00Z");
    private static final Rows BUYERS = Rows.of(StructType.fromDDL("user_id string, item_id string"));
    private static final Rows LINES = Rows.of(CassandraTables.ORDER_LINES_BY_USER);
    private static final Rows NO_ITEMS = Rows.of(CassandraTables.ITEMS);

    private final SparkSession spark = SparkSession.active();

    private static Rows item(Rows items, String id, String category) {
        return items.row("shop", id, "The " + id, category, BigDecimal.ONE, true, Map.of());
    }

    private static Rows bought(Rows lines, String user, String item, int quantity) {
        return lines.row("shop", user, "o", 1, item, quantity, BigDecimal.ONE, Timestamp.from(START), "sale", null);
    }

    private static Rows givenBack(Rows lines, String user, Instant at, int quantity) {
        return lines.row(
                "shop", user, "c", 1, "i1", quantity, BigDecimal.ONE, Timestamp.from(at), "cancellation", null);
    }

    private List<String> buyers(Rows lines) {
        return BestSellers.buyers(lines.toDataset(spark)).select("user_id").collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private List<Row> rank(Dataset<Row> buyers, Rows items, int limit) {
        return BestSellers.rank(buyers, items.toDataset(spark), limit)
                .select("list", "place", "item_id", "buyers")
                .collectAsList();
    }

    private static Rows line(Rows lines, String order, Instant at, String kind, @Nullable Timestamp cancelledAt) {
        return lines.row("shop", "u1", order, 1, "i1", 1, BigDecimal.ONE, Timestamp.from(at), kind, cancelledAt);
    }

    private List<String> ordersCounted(Rows lines) {
        return BestSellers.within(new DataInterval(START, END), lines.toDataset(spark))
                .select("order_id")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    @Test
    void distinctBuyersCountAndNeitherLinesNorQuantities() {
        Rows lines = bought(bought(bought(LINES, "u1", "often", 1), "u1", "often", 1), "u1", "often", 1);
        lines = bought(bought(bought(lines, "u1", "many", 1000), "u1", "two", 1), "u2", "two", 1);
        Rows items = item(item(item(NO_ITEMS, "often", "c"), "many", "c"), "two", "c");

        List<Row> ranked = rank(BestSellers.buyers(lines.toDataset(spark)), items, 100);

        assertThat(ranked)
                .contains(
                        RowFactory.create("c", 1, "two", 2L),
                        RowFactory.create("c", 2, "many", 1L),
                        RowFactory.create("c", 3, "often", 1L));
    }

    @Test
    void whoGaveEverythingBackIsNoBuyerAnyMore() {
        Rows lines = bought(bought(LINES, "all", "i1", 2), "some", "i1", 2);
        lines = givenBack(givenBack(lines, "all", START.plusSeconds(9), 2), "some", START.plusSeconds(9), 1);

        assertThat(buyers(lines)).containsExactly("some");
    }

    @Test
    void whatIsGivenBackBeforeTheFirstSaleBelongsToAnEarlierOne() {
        Rows lines = givenBack(bought(LINES, "again", "i1", 1), "again", START.minusSeconds(9), 5);

        assertThat(buyers(lines)).containsExactly("again");
    }

    @Test
    void whoOnlyGivesBackIsNoBuyer() {
        assertThat(buyers(givenBack(LINES, "u1", START, 1))).isEmpty();
    }

    @Test
    void whoBuysAgainAfterGivingBackIsABuyer() {
        Rows lines = givenBack(bought(LINES, "u1", "i1", 1), "u1", START.plusSeconds(9), 1);

        assertThat(buyers(bought(lines, "u1", "i1", 1))).containsExactly("u1");
    }

    @Test
    void tiesStandInTheOrderOfTheirItemIds() {
        Rows sales = BUYERS.row("u1", "b").row("u1", "a").row("u2", "c");
        Rows items = item(item(item(NO_ITEMS, "a", "x"), "b", "x"), "c", "x");

        assertThat(rank(sales.toDataset(spark), items, 2))
                .containsExactlyInAnyOrder(
                        RowFactory.create("x", 1, "a", 1L),
                        RowFactory.create("x", 2, "b", 1L),
                        RowFactory.create("*", 1, "a", 1L),
                        RowFactory.create("*", 2, "b", 1L));
    }

    @Test
    void anItemStandsInTheListOfItsCategoryAndInTheOneOverall() {
        Rows sales = BUYERS.row("u1", "a").row("u2", "a").row("u1", "b");
        Rows items = item(item(NO_ITEMS, "a", "x"), "b", "y");

        assertThat(rank(sales.toDataset(spark), items, 100))
                .containsExactlyInAnyOrder(
                        RowFactory.create("x", 1, "a", 2L),
                        RowFactory.create("y", 1, "b", 1L),
                        RowFactory.create("*", 1, "a", 2L),
                        RowFactory.create("*", 2, "b", 1L));
    }

    @Test
    void whatIsNotInTheCatalogueIsInNoList() {
        assertThat(rank(BUYERS.row("u1", "unknown").toDataset(spark), item(NO_ITEMS, "a", "x"), 100))
                .isEmpty();
    }

    @Test
    void theIntervalsStartCountsAndItsEndDoesNot() {
        Rows lines = Rows.of(CassandraTables.ORDER_LINES_BY_USER);
        lines = line(lines, "just before", START.minusMillis(1), "sale", null);
        lines = line(lines, "at the start", START, "sale", null);
        lines = line(lines, "just within", END.minusMillis(1), "sale", null);
        lines = line(lines, "at the end", END, "sale", null);

        assertThat(ordersCounted(lines)).containsExactlyInAnyOrder("at the start", "just within");
    }

    @Test
    void whatWasCalledOffDoesNotCount() {
        Rows lines = Rows.of(CassandraTables.ORDER_LINES_BY_USER);
        lines = line(lines, "sold", START, "sale", null);
        lines = line(lines, "called off", START, "sale", Timestamp.from(END));

        assertThat(ordersCounted(lines)).containsExactly("sold");
    }

    @Test
    void theLatestLineIsKnownAndStandsInForNoneByAGivenTime() {
        Rows none = Rows.of(CassandraTables.ORDER_LINES_BY_USER);
        Dataset<Row> two = line(line(none, "o1", START, "sale", null), "o2", START.plusSeconds(5), "sale", null)
                .toDataset(spark);

        assertThat(BestSellers.latest(two, END)).isEqualTo(START.plusSeconds(5));
        assertThat(BestSellers.latest(none.toDataset(spark), END)).isEqualTo(END);
    }
}
