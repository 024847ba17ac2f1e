package dev.tandem.etl.digest;

import static dev.tandem.core.schema.CassandraTables.ITEMS;
import static dev.tandem.core.schema.FeedbackTables.DEMOTED_ITEMS;
import static dev.tandem.core.schema.FeedbackTables.FEEDBACK_BY_DAY;
import static dev.tandem.core.schema.FeedbackTables.FEEDBACK_DIGEST_BY_CATEGORY;
import static dev.tandem.core.schema.FeedbackTables.FEEDBACK_DIGEST_BY_ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.feedback.FeedbackDay;
import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.schema.Table;
import dev.tandem.etl.Shop;
import dev.tandem.runtime.cassandra.CassandraSink;
import dev.tandem.runtime.job.JobReport;
import dev.tandem.runtime.testing.Rows;
import dev.tandem.runtime.testing.SparkExtension;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class DigestFeedbackIT {
    private static final Instant END = Instant.parse("2026-02-01T06:00:00Z");
    private static final Duration WINDOW = Duration.ofDays(10);

    private final SparkSession spark = SparkSession.active();
    private final Shop shop = Shop.open();
    private final CassandraSink sink = new CassandraSink(shop.lease().cassandra());

    private void rated(Shop whose, String item, Instant receivedAt, int... scores) {
        Rows rows = Rows.of(FEEDBACK_BY_DAY);
        for (int i = 0; i < scores.length; i++) {
            String id = "%s-%s-%d".formatted(item, receivedAt, i);
            rows = rows.row(
                    whose.tenant().value(),
                    FeedbackDay.of(receivedAt),
                    FeedbackDay.shard(id),
                    id,
                    item,
                    scores[i],
                    Timestamp.from(receivedAt));
        }
        sink.upsert(rows.toDataset(spark), FEEDBACK_BY_DAY);
    }

    private void catalogue() {
        String tenant = shop.tenant().value();
        sink.upsert(
                Rows.of(ITEMS)
                        .row(tenant, "cup", "Cup", "kitchen", null, true, Map.of())
                        .row(tenant, "lamp", "Lamp", "light", null, true, Map.of())
                        .toDataset(spark),
                ITEMS);
    }

    private JobReport digest(Instant end) {
        return DigestFeedbackJob.run(
                shop.context(DigestFeedbackJob.ID, spark),
                new DigestFeedbackConfig(shop.settings(), DataInterval.upTo(end, WINDOW), new Demotion(5, 0.5)));
    }

    private List<String> shown(Shop whose, Table table, String... columns) {
        return whose.rows(spark, table, columns).stream().map(Row::toString).toList();
    }

    @Test
    void whatRatingsComeToIsThereByItemAndCategoryAndChangesWithTheWindow() {
        Shop other = Shop.open();
        catalogue();
        rated(shop, "cup", END.minus(Duration.ofDays(9)), 1, 1, 2, 3, 1);
        rated(shop, "lamp", END.minus(Duration.ofDays(1)), 5, 4, 1, 0);
        rated(shop, "lamp", END.minus(WINDOW).minusMillis(1), 1, 1, 1, 1, 1);
        rated(other, "cup", END.minus(Duration.ofDays(1)), 5);

        JobReport report = digest(END);
        JobReport again = digest(END);

        assertThat(report.counts())
                .containsEntry("feedback", 8L)
                .containsEntry("items", 2L)
                .containsEntry("categories", 3L)
                .containsEntry("demoted", 1L)
                .containsEntry("deleted", 0L);
        assertThat(again.counts()).isEqualTo(report.counts());
        assertThat(shown(shop, FEEDBACK_DIGEST_BY_ITEM, "item_id", "ratings", "critical_ratings", "score_1"))
                .containsExactlyInAnyOrder("[cup,5,5,3]", "[lamp,3,1,1]");
        assertThat(shown(
                        shop,
                        FEEDBACK_DIGEST_BY_CATEGORY,
                        "category",
                        "ratings",
                        "decimal(mean_score)",
                        "string(interval_end)"))
                .contains("[kitchen,5,2,2026-02-01 06:00:00]", "[*,8,2,2026-02-01 06:00:00]");
        assertThat(shown(shop, DEMOTED_ITEMS, "item_id", "ratings", "critical_ratings"))
                .containsExactly("[cup,5,5]");
        assertThat(shown(other, FEEDBACK_DIGEST_BY_ITEM, "item_id")).isEmpty();

        JobReport later = digest(END.plus(Duration.ofDays(2)));

        assertThat(later.counts()).containsEntry("demoted_no_more", 1L).containsEntry("deleted", 2L);
        assertThat(shown(shop, FEEDBACK_DIGEST_BY_ITEM, "item_id")).containsExactly("[lamp]");
        assertThat(shown(shop, FEEDBACK_DIGEST_BY_CATEGORY, "category")).containsExactlyInAnyOrder("[light]", "[*]");
        assertThat(shown(shop, DEMOTED_ITEMS, "item_id")).isEmpty();
    }
}
