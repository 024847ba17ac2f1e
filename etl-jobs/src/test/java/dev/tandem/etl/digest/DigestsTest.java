package dev.tandem.etl.digest;

import static dev.tandem.core.schema.CassandraTables.ITEMS;
import static dev.tandem.core.schema.FeedbackTables.DEMOTED_ITEMS;
import static dev.tandem.core.schema.FeedbackTables.FEEDBACK_BY_DAY;
import static dev.tandem.core.schema.FeedbackTables.FEEDBACK_DIGEST_BY_ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.spark.SparkSchemas;
import dev.tandem.runtime.testing.Rows;
import dev.tandem.runtime.testing.SparkExtension;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class DigestsTest {
    private static final DataInterval WINDOW =
            new DataInterval(Instant.parse("2026-01-10T12:00:00Z"), Instant.parse("2026-01-20T12:00:00Z"));
    private static final TenantId SHOP = new TenantId("shop");

    private final SparkSession spark = SparkSession.active();
    private Rows feedback = Rows.of(FEEDBACK_BY_DAY);

    private void rated(String id, @Nullable String item, int score, String receivedAt) {
        Timestamp received = Timestamp.from(Instant.parse(receivedAt));
        feedback = feedback.row("shop", receivedAt.substring(0, 10), 0, id, item, score, received);
    }

    private Dataset<Row> counts() {
        return Digests.count(feedback.toDataset(spark), WINDOW);
    }

    private Dataset<Row> items() {
        return Rows.of(ITEMS)
                .row("shop", "cup", "Cup", "kitchen", null, true, Map.of())
                .row("shop", "jug", "Jug", "kitchen", null, true, Map.of())
                .row("shop", "bag", "Bag", "", null, true, Map.of())
                .toDataset(spark);
    }

    private static List<String> shown(Dataset<Row> counts) {
        return counts.collectAsList().stream().map(Row::toString).toList();
    }

    @Test
    void eachScoreIsCountedForItsItem() {
        rated("f1", "cup", 1, "2026-01-11T00:00:00Z");
        rated("f2", "cup", 1, "2026-01-11T00:00:00Z");
        rated("f3", "cup", 5, "2026-01-12T00:00:00Z");
        rated("f4", "jug", 3, "2026-01-12T00:00:00Z");

        assertThat(shown(counts())).containsExactlyInAnyOrder("[cup,2,0,0,0,1]", "[jug,0,0,1,0,0]");
        assertThat(Digests.ratings(counts())).isEqualTo(4);
    }

    @Test
    void onlyAScoreThatCountsIsARating() {
        rated("f1", "cup", 0, "2026-01-11T00:00:00Z");
        rated("f2", "cup", 6, "2026-01-11T00:00:00Z");

        assertThat(shown(counts())).isEmpty();
        assertThat(Digests.ratings(counts())).isZero();
    }

    @Test
    void onlyWhatWasReceivedWithinTheWindowCounts() {
        rated("early", "cup", 1, "2026-01-10T11:59:59.999Z");
        rated("first", "cup", 2, "2026-01-10T12:00:00Z");
        rated("last", "cup", 3, "2026-01-20T11:59:59.999Z");
        rated("late", "cup", 4, "2026-01-20T12:00:00Z");

        assertThat(shown(counts())).containsExactly("[cup,0,1,1,0,0]");
    }

    @Test
    void aFeedbackThatIsThereOnTwoDaysCountsOnceAsItWasFirst() {
        rated("f1", "cup", 4, "2026-01-13T00:00:00Z");
        rated("f1", "cup", 2, "2026-01-12T00:00:00Z");

        assertThat(shown(counts())).containsExactly("[cup,0,1,0,0,0]");
    }

    @Test
    void aCategoryHasTheRatingsOfItsItemsAndOneHasAll() {
        rated("f1", "cup", 1, "2026-01-11T00:00:00Z");
        rated("f2", "jug", 2, "2026-01-11T00:00:00Z");
        rated("f3", "bag", 3, "2026-01-11T00:00:00Z");
        rated("f4", "unknown", 4, "2026-01-11T00:00:00Z");
        rated("f5", null, 5, "2026-01-11T00:00:00Z");

        assertThat(shown(Digests.byCategory(counts(), items())))
                .containsExactlyInAnyOrder("[kitchen,1,1,0,0,0]", "[*,1,1,1,1,1]");
        assertThat(shown(Digests.byItem(counts()).select("item_id")))
                .containsExactlyInAnyOrder("[cup]", "[jug]", "[bag]", "[unknown]");
    }

    @Test
    void aDigestHasTheSumsAndTheMean() {
        rated("f1", "cup", 1, "2026-01-11T00:00:00Z");
        rated("f2", "cup", 3, "2026-01-11T00:00:00Z");
        rated("f3", "cup", 4, "2026-01-11T00:00:00Z");

        Dataset<Row> digests = Digests.rows(counts(), SHOP, WINDOW);

        assertThat(shown(digests.selectExpr(
                        "tenant_id", "item_id", "ratings", "critical_ratings", "mean_score", "score_1", "score_5")))
                .containsExactly("[shop,cup,3,2,2.67,1,0]");
        assertThat(shown(digests.selectExpr("string(interval_start)", "string(interval_end)")))
                .containsExactly("[2026-01-10 12:00:00,2026-01-20 12:00:00]");
    }

    @Test
    void anItemIsDemotedByItsOwnRatings() {
        for (int i = 0; i < 5; i++) {
            rated("bad-" + i, "cup", 1 + i % 3, "2026-01-11T00:00:00Z");
            rated("mixed-" + i, "jug", 1 + i, "2026-01-11T00:00:00Z");
        }

        Dataset<Row> demoted = Digests.demoted(Digests.rows(counts(), SHOP, WINDOW), new Demotion(5, 0.5));

        assertThat(shown(demoted.select("item_id", "ratings", "critical_ratings")))
                .containsExactly("[cup,5,5]");
    }

    @Test
    void whatHasNoRatingsAnyMoreIsGone() {
        StructType schema = StructType.fromDDL("tenant_id string, item_id string");
        Dataset<Row> existing =
                Rows.of(schema).row("shop", "cup").row("shop", "old").toDataset(spark);
        Dataset<Row> current = Rows.of(schema).row("shop", "cup").toDataset(spark);

        assertThat(shown(Digests.gone(existing, current, "item_id"))).containsExactly("[shop,old]");
    }

    @Test
    void itsRowsFitTheirTables() {
        Dataset<Row> digests = Digests.rows(counts(), SHOP, WINDOW);

        SparkSchemas.check("A digest", digests.schema(), FEEDBACK_DIGEST_BY_ITEM);
        SparkSchemas.check("A demotion", digests.schema(), DEMOTED_ITEMS);
    }
}
