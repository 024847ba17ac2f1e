package dev.tandem.etl.bestsellers;

import static dev.tandem.core.schema.CassandraTables.BEST_SELLERS_BY_CATEGORY;
import static dev.tandem.core.schema.CassandraTables.ITEMS;
import static dev.tandem.core.schema.CassandraTables.ORDER_LINES_BY_USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.etl.Shop;
import dev.tandem.runtime.cassandra.CassandraSink;
import dev.tandem.runtime.job.JobReport;
import dev.tandem.runtime.testing.Rows;
import dev.tandem.runtime.testing.SparkExtension;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class BuildBestSellersIT {
    private final SparkSession spark = SparkSession.active();
    private final Shop shop = Shop.open();
    private final CassandraSink sink = new CassandraSink(shop.lease().cassandra());

    @BeforeEach
    void whatSyncsHaveWritten() {
        String tenant = shop.tenant().value();
        Timestamp when = Timestamp.from(Instant.parse("2026-01-20T10:00:00Z"));
        BigDecimal price = new BigDecimal("2.50");
        sink.upsert(
                Rows.of(ITEMS)
                        .row(tenant, "i1", "Cup", "kitchen", price, true, Map.of())
                        .row(tenant, "i2", "Lamp", "light", null, true, Map.of())
                        .row(tenant, "i3", "Jug", "kitchen", price, true, Map.of())
                        .toDataset(spark),
                ITEMS);
        sink.upsert(
                Rows.of(ORDER_LINES_BY_USER)
                        .row(tenant, "u1", "o1", 1, "i1", 1, price, when, "sale", null)
                        .row(tenant, "u2", "o2", 1, "i1", 1, price, when, "sale", null)
                        .row(tenant, "u2", "o2", 2, "i3", 9, price, when, "sale", null)
                        .toDataset(spark),
                ORDER_LINES_BY_USER);
    }

    private JobReport build() {
        return BuildBestSellersJob.run(
                shop.context(BuildBestSellersJob.ID, spark),
                new BuildBestSellersConfig(shop.settings(), Shop.DAY, 100));
    }

    private List<String> lists() {
        return shop.rows(spark, BEST_SELLERS_BY_CATEGORY, "category", "items").stream()
                .map(row -> row.getString(0) + ": " + row.getString(1))
                .toList();
    }

    @Test
    void eachCategoryHasItsListAndOneIsOverall() {
        JobReport report = build();

        String cup = "{\"item_id\":\"i1\",\"score\":2,\"name\":\"Cup\",\"category\":\"kitchen\"}";
        String jug = "{\"item_id\":\"i3\",\"score\":1,\"name\":\"Jug\",\"category\":\"kitchen\"}";
        assertThat(lists())
                .containsExactlyInAnyOrder("*: " + cup + ",\n" + jug, "kitchen: " + cup + ",\n" + jug, "light: ");
        assertThat(report.count("written")).isEqualTo(3);
        assertThat(report.notes()).containsEntry("model_version", "best-sellers-20260201T000000Z");
    }

    @Test
    void aListIsStampedWithItsVersionAndAge() {
        build();

        assertThat(shop.rows(
                        spark,
                        BEST_SELLERS_BY_CATEGORY,
                        "model_version",
                        "string(events_until)",
                        "string(generated_at)"))
                .extracting(Object::toString)
                .containsOnly("[best-sellers-20260201T000000Z,2026-01-20 10:00:00,2026-02-01 02:00:00]");
    }

    @Test
    void runningTwiceChangesNothing() {
        build();
        List<String> first = lists();

        build();

        assertThat(lists()).containsExactlyInAnyOrderElementsOf(first);
    }

    @Test
    void theListOfACategoryThatIsGoneGoes() {
        Timestamp when = Timestamp.from(Instant.parse("2026-01-01T00:00:00Z"));
        sink.upsert(
                Rows.of(BEST_SELLERS_BY_CATEGORY)
                        .row(shop.tenant().value(), "garden", "best-sellers-20260101T000000Z", "{}", when, when)
                        .toDataset(spark),
                BEST_SELLERS_BY_CATEGORY);

        JobReport report = build();

        assertThat(report.count("deleted")).isEqualTo(1);
        assertThat(lists()).noneMatch(list -> list.startsWith("garden"));
    }
}
