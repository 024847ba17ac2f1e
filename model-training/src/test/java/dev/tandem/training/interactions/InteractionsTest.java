package dev.tandem.training.interactions;

import static dev.tandem.core.schema.ModelColumns.STRENGTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tandem.core.foldin.HistoryEvent;
import dev.tandem.core.foldin.Strengths;
import dev.tandem.runtime.testing.SparkExtension;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class InteractionsTest {
    private static final Instant END = Instant.parse("2026-04-01T00:00:00Z");
    private static final Duration TEN_DAYS = Duration.ofDays(10);
    private static final EventWeights WITH_VIEWS = new EventWeights(TEN_DAYS, 0.2);

    @Test
    void countsAnOrderByItsAgeInHalfLives(SparkSession spark) {
        Dataset<Row> lines = OrderLines.of("shop")
                .sale("u1", "o1", "new", "2026-04-01T00:00:00Z")
                .sale("u1", "o2", "one-half-life", "2026-03-22T00:00:00Z")
                .sale("u1", "o3", "two-half-lives", "2026-03-12T00:00:00Z")
                .sale("u1", "o4", "both", "2026-03-22T00:00:00Z")
                .sale("u1", "o5", "both", "2026-03-12T00:00:00Z")
                .toDataset(spark);

        Dataset<Row> interactions = Interactions.of(lines, END, TEN_DAYS);

        assertThat(interactions.collectAsList())
                .containsExactlyInAnyOrder(
                        interaction("u1", "new", 1, "2026-04-01T00:00:00Z"),
                        interaction("u1", "one-half-life", 0.5, "2026-03-22T00:00:00Z"),
                        interaction("u1", "two-half-lives", 0.25, "2026-03-12T00:00:00Z"),
                        interaction("u1", "both", 0.75, "2026-03-22T00:00:00Z"));
    }

    @Test
    void countsFractionsOfAHalfLife(SparkSession spark) {
        Dataset<Row> lines = OrderLines.of("shop")
                .sale("u1", "o1", "i1", "2026-03-31T12:00:00Z")
                .toDataset(spark);

        double strength = onlyStrength(Interactions.of(lines, END, Duration.ofDays(1)));

        assertThat(strength).isCloseTo(Math.sqrt(0.5), within(1e-15));
    }

    @Test
    void countsAnOrderOnceWhateverItsLinesAndQuantities(SparkSession spark) {
        Dataset<Row> lines = OrderLines.of("shop")
                .sale("u1", "o1", "i1", "2026-03-22T00:00:00Z", 1)
                .sale("u1", "o1", "i1", "2026-03-22T00:00:00Z", 144)
                .toDataset(spark);

        assertThat(onlyStrength(Interactions.of(lines, END, TEN_DAYS))).isEqualTo(0.5);
    }

    @Test
    void keepsUsersAndItemsApart(SparkSession spark) {
        Dataset<Row> lines = OrderLines.of("shop")
                .sale("u1", "o1", "i1", "2026-04-01T00:00:00Z")
                .sale("u2", "o2", "i1", "2026-04-01T00:00:00Z")
                .sale("u2", "o2", "i2", "2026-04-01T00:00:00Z")
                .toDataset(spark);

        assertThat(Interactions.of(lines, END, TEN_DAYS).collectAsList())
                .containsExactlyInAnyOrder(
                        interaction("u1", "i1", 1, "2026-04-01T00:00:00Z"),
                        interaction("u2", "i1", 1, "2026-04-01T00:00:00Z"),
                        interaction("u2", "i2", 1, "2026-04-01T00:00:00Z"));
    }

    @Test
    void givesTheSameStrengthsToTheLastBitWhateverTheOrderOfRows(SparkSession spark) {
        OrderLines forth = OrderLines.of("shop");
        OrderLines back = OrderLines.of("shop");
        for (int day = 1; day <= 28; day++) {
            forth = forth.sale("u1", "o" + day, "i1", "2026-03-%02dT07:11:13Z".formatted(day));
            back = back.sale("u1", "o" + (29 - day), "i1", "2026-03-%02dT07:11:13Z".formatted(29 - day));
        }

        Dataset<Row> first = Interactions.of(forth.toDataset(spark), END, TEN_DAYS);
        Dataset<Row> second = Interactions.of(back.toDataset(spark).repartition(7), END, TEN_DAYS);

        assertThat(onlyStrength(second)).isEqualTo(onlyStrength(first));
    }

    @Test
    void leavesOutWhatHasFadedToNothing(SparkSession spark) {
        Dataset<Row> lines = OrderLines.of("shop")
                .sale("u1", "o1", "i1", "2006-04-01T00:00:00Z")
                .toDataset(spark);

        assertThat(Interactions.of(lines, END, TEN_DAYS).collectAsList()).isEmpty();
    }

    @Test
    void addsViewsByTheirWeight(SparkSession spark) {
        Dataset<Row> lines = OrderLines.of("shop")
                .sale("u1", "o1", "i1", "2026-03-22T00:00:00Z")
                .toDataset(spark);
        Dataset<Row> views = ViewRows.none()
                .view("u1", "i1", "2026-04-01T00:00:00Z")
                .view("u1", "i1", "2026-03-22T00:00:00Z")
                .toDataset(spark);

        assertThat(onlyStrength(Interactions.of(lines, views, END, WITH_VIEWS)))
                .isCloseTo(0.5 + 0.2 * 1.5, within(1e-15));
    }

    @Test
    void countsTheFiveLatestViewsOfAnItem(SparkSession spark) {
        ViewRows views = ViewRows.none().view("u1", "i1", "2026-03-12T00:00:00Z");
        for (int view = 0; view < 5; view++) {
            views = views.view("u1", "i1", "2026-04-01T00:00:00Z");
        }

        Dataset<Row> interactions =
                Interactions.of(OrderLines.of("shop").toDataset(spark), views.toDataset(spark), END, WITH_VIEWS);

        assertThat(onlyStrength(interactions)).isCloseTo(5 * 0.2, within(1e-15));
    }

    @Test
    void knowsWhoOnlyViewed(SparkSession spark) {
        Dataset<Row> views =
                ViewRows.none().view("u1", "i1", "2026-04-01T00:00:00Z").toDataset(spark);

        assertThat(Interactions.of(OrderLines.of("shop").toDataset(spark), views, END, WITH_VIEWS)
                        .collectAsList())
                .containsExactly(RowFactory.create("u1", "i1", 0.2, null));
    }

    @Test
    void leavesOutViewsWithoutWeight(SparkSession spark) {
        Dataset<Row> views =
                ViewRows.none().view("u1", "i1", "2026-04-01T00:00:00Z").toDataset(spark);

        assertThat(Interactions.of(OrderLines.of("shop").toDataset(spark), views, END, EventWeights.ofOrders(TEN_DAYS))
                        .collectAsList())
                .isEmpty();
    }

    @Test
    void areToTheLastBitWhatAHistoryGives(SparkSession spark) {
        OrderLines lines = OrderLines.of("shop");
        ViewRows views = ViewRows.none();
        List<HistoryEvent> events = new ArrayList<>();
        for (int day = 1; day <= 28; day++) {
            String time = "2026-03-%02dT07:11:13Z".formatted(day);
            lines = lines.sale("u1", "o" + day, "i" + day % 5, time);
            views = views.view("u1", "i" + day % 3, time);
            events.add(HistoryEvent.order("i" + day % 5, Instant.parse(time), "o" + day));
            events.add(HistoryEvent.view("i" + day % 3, Instant.parse(time)));
        }
        Map<String, Double> inSpark = new HashMap<>();
        Interactions.of(lines.toDataset(spark), views.toDataset(spark), END, WITH_VIEWS)
                .collectAsList()
                .forEach(row -> inSpark.put(row.getString(1), row.getDouble(2)));

        assertThat(Strengths.of(events, END, TEN_DAYS, 0.2)).isEqualTo(inSpark).hasSize(5);
    }

    private static double onlyStrength(Dataset<Row> interactions) {
        return interactions
                .select(STRENGTH)
                .as(Encoders.DOUBLE())
                .collectAsList()
                .get(0);
    }

    private static Row interaction(String user, String item, double strength, String orderedAt) {
        return RowFactory.create(user, item, strength, Timestamp.from(Instant.parse(orderedAt)));
    }
}
