package dev.tandem.etl.bestsellers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.testing.Rows;
import dev.tandem.runtime.testing.SparkExtension;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class BestSellerListsTest {
    private static final Instant UNTIL = Instant.parse("2026-01-31T23:00:00Z");
    private static final Instant NOW = Instant.parse("2026-02-01T02:00:00Z");
    private static final BestSellerLists.Stamp STAMP =
            new BestSellerLists.Stamp(new TenantId("shop"), "best-sellers-1", UNTIL, NOW);
    private static final Rows RANKED = Rows.of(
            StructType.fromDDL("list string, place int, item_id string, name string, category string, buyers bigint"));

    private final SparkSession spark = SparkSession.active();
    private final Dataset<Row> items = Rows.of(CassandraTables.ITEMS)
            .row("shop", "i1", "Cup", "kitchen", null, true, Map.of())
            .row("shop", "i2", "Lamp", "light", null, true, Map.of())
            .toDataset(spark);

    private static Row list(String category, String items) {
        return RowFactory.create("shop", category, "best-sellers-1", items, Timestamp.from(UNTIL), Timestamp.from(NOW));
    }

    @Test
    void aListIsInTheOrderOfItsPlacesWithBuyersAsScore() {
        Rows ranked = RANKED.row("*", 2, "i1", "Cup", "kitchen", 3L)
                .row("*", 1, "i2", "Lamp", "light", 4L)
                .row("kitchen", 1, "i1", "Cup", "kitchen", 3L)
                .row("light", 1, "i2", "Lamp", "light", 4L);

        Dataset<Row> lists = BestSellerLists.of(ranked.toDataset(spark), items, STAMP);

        String cup = "{\"item_id\":\"i1\",\"score\":3,\"name\":\"Cup\",\"category\":\"kitchen\"}";
        String lamp = "{\"item_id\":\"i2\",\"score\":4,\"name\":\"Lamp\",\"category\":\"light\"}";
        assertThat(lists.collectAsList())
                .containsExactlyInAnyOrder(list("*", lamp + ",\n" + cup), list("kitchen", cup), list("light", lamp));
    }

    @Test
    void aCategoryWithoutSalesHasAnEmptyList() {
        assertThat(BestSellerLists.of(RANKED.toDataset(spark), items, STAMP).collectAsList())
                .containsExactlyInAnyOrder(list("*", ""), list("kitchen", ""), list("light", ""));
    }

    @Test
    void listsOfCategoriesThatTheCatalogueHasNoLongerAreGone() {
        Rows existing = Rows.of(StructType.fromDDL("tenant_id string, category string"))
                .row("shop", "*")
                .row("shop", "light")
                .row("shop", "garden");

        assertThat(BestSellerLists.gone(existing.toDataset(spark), items)
                        .select("tenant_id", "category")
                        .collectAsList())
                .containsExactly(RowFactory.create("shop", "garden"));
    }
}
