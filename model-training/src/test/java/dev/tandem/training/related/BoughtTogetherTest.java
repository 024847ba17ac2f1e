package dev.tandem.training.related;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.runtime.testing.Rows;
import dev.tandem.runtime.testing.SparkExtension;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class BoughtTogetherTest {
    private static final int CUP = 0;
    private static final int SAUCER = 1;
    private static final int BAG = 2;
    private static final int PEN = 3;
    private static final int ITEMS = 4;

    private final Rows none = Rows.of(StructType.fromDDL("order_id string, index int"));

    @Test
    void prefersWhatGoesWithAnItemToWhatGoesWithEverything(SparkSession spark) {
        // The bag is on every order, the saucer only where the cup is.
        Rows lines = orders(orders(none, "with", 6, CUP, SAUCER, BAG), "without", 30, PEN, BAG);

        Map<Integer, List<Integer>> partners = partners(lines.toDataset(spark), 10);

        assertThat(partners).containsEntry(CUP, List.of(SAUCER)).containsEntry(SAUCER, List.of(CUP));
        assertThat(partners.get(BAG)).isNull();
    }

    @Test
    void doesNotTrustWhatHappenedTwice(SparkSession spark) {
        Rows lines = orders(orders(none, "with", 2, CUP, SAUCER), "without", 30, PEN);

        assertThat(partners(lines.toDataset(spark), 10)).isEmpty();
    }

    @Test
    void countsAnOrderOnceHoweverManyLinesAreOfAnItem(SparkSession spark) {
        Rows twice = orders(orders(none, "with", 2, CUP, SAUCER), "with", 2, CUP, SAUCER);

        assertThat(partners(orders(twice, "without", 30, PEN).toDataset(spark), 10))
                .isEmpty();
    }

    @Test
    void keepsTheBestPartners(SparkSession spark) {
        Rows lines = orders(orders(orders(none, "a", 8, CUP, SAUCER), "b", 6, CUP, BAG), "c", 30, PEN);

        assertThat(partners(lines.toDataset(spark), 1)).containsEntry(CUP, List.of(SAUCER));
        assertThat(partners(lines.toDataset(spark), 2)).containsEntry(CUP, List.of(SAUCER, BAG));
    }

    @Test
    void boundsThePairsOfAHugeBasketAndIsTheSameInEveryRun(SparkSession spark) {
        int[] everything = IntStream.range(0, 1_000).toArray();
        Dataset<Row> lines =
                orders(orders(none, "huge", 3, everything), "small", 50, 0).toDataset(spark);

        Groups orders = Groups.of(lines, "order_id", 30);
        List<Row> pairs = orders.pairs().collectAsList();
        List<Row> again =
                Groups.of(lines.repartition(7), "order_id", 30).pairs().collectAsList();

        assertThat(pairs).hasSizeLessThanOrEqualTo(3 * 30 * 29 / 2);
        assertThat(again).containsExactlyInAnyOrderElementsOf(pairs);
        assertThat(orders.counts(1_000)).satisfies(counts -> assertThat(IntStream.range(1, 1_000)
                        .mapToLong(item -> counts[item])
                        .sum())
                .isBetween(3L * 30 - 3, 3L * 30));
        orders.close();
    }

    private static Rows orders(Rows lines, String name, int count, int... items) {
        Rows more = lines;
        for (int order = 0; order < count; order++) {
            for (int item : items) {
                more = more.row(name + order, item);
            }
        }
        return more;
    }

    /** Each item's partners, in the order of their indices. */
    private static Map<Integer, List<Integer>> partners(Dataset<Row> lines, int n) {
        Map<Integer, List<Integer>> partners = new HashMap<>();
        for (Row row : BoughtTogether.of(lines, ITEMS, n).collectAsList()) {
            partners.put(
                    row.getInt(0),
                    row.<Row>getList(1).stream()
                            .map(other -> other.getInt(0))
                            .sorted()
                            .toList());
        }
        return partners;
    }
}
