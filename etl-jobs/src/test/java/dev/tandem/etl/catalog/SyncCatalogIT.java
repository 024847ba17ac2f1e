package dev.tandem.etl.catalog;

import static dev.tandem.core.schema.CassandraTables.ITEMS;
import static dev.tandem.core.schema.CassandraTables.LIVE_COUPONS_BY_TENANT;
import static dev.tandem.core.schema.CassandraTables.OUT_OF_STOCK_ITEMS;
import static dev.tandem.core.schema.CassandraTables.TENANTS;
import static dev.tandem.core.schema.CassandraTables.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.schema.Table;
import dev.tandem.etl.Shop;
import dev.tandem.etl.changes.SyncLimits;
import dev.tandem.etl.changes.SyncMode;
import dev.tandem.runtime.cassandra.CassandraSink;
import dev.tandem.runtime.job.JobReport;
import dev.tandem.runtime.testing.Rows;
import dev.tandem.runtime.testing.SparkExtension;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class SyncCatalogIT {
    private final SparkSession spark = SparkSession.active();
    private final Shop shop = Shop.open();

    private JobReport sync(SyncMode mode) {
        return SyncCatalogJob.run(
                shop.context(SyncCatalogJob.ID, spark),
                new SyncCatalogConfig(shop.settings(), Shop.DAY, mode, new SyncLimits(2, 0)));
    }

    private List<String> rows(Table table, String... columns) {
        return shop.rows(spark, table, columns).stream().map(Object::toString).toList();
    }

    @Test
    void theFirstRunCopiesTenantUsersAndItemsAndTheSecondWritesNothing() {
        JobReport first = sync(SyncMode.INCREMENTAL);
        JobReport second = sync(SyncMode.INCREMENTAL);

        assertThat(rows(TENANTS, "name")).containsExactly("[A shop]");
        assertThat(rows(USERS, "user_id", "name", "string(registered_at)"))
                .containsExactlyInAnyOrder("[u1,Ada,2025-01-01 00:00:00]", "[u2,null,2025-01-02 00:00:00]");
        assertThat(rows(ITEMS, "item_id", "name", "category", "double(price)", "in_stock"))
                .containsExactlyInAnyOrder(
                        "[i1,Cup,kitchen,2.5,true]", "[i2,Lamp,light,null,true]", "[i3,Jug,kitchen,7.0,true]");
        assertThat(first.count("written")).isEqualTo(6);
        assertThat(second.count("written")).isZero();
    }

    @Test
    void attributesAreTextByTextAndNestedOnesAreJson() {
        sync(SyncMode.INCREMENTAL);

        assertThat(rows(
                        USERS,
                        "user_id",
                        "attributes['city']",
                        "attributes['tags']",
                        "attributes['age']",
                        "size(attributes)"))
                .contains("[u1,Lima,[\"a\",\"b\"],30,3]");
    }

    @Test
    void onlyWhatChangedIsWritten() {
        sync(SyncMode.INCREMENTAL);
        shop.sql(
                "UPDATE items SET price = NULL, in_stock = false WHERE tenant_id = :tenant AND item_id = 'i1'",
                "UPDATE tenants SET name = 'The shop' WHERE tenant_id = :tenant",
                "INSERT INTO users (tenant_id, user_id, registered_at) VALUES (:tenant, 'u3', '2026-01-01Z')");

        JobReport report = sync(SyncMode.INCREMENTAL);

        assertThat(report.count("written"))
                .as("the tenant, the user, the item, and that it is out of stock")
                .isEqualTo(4);
        assertThat(rows(ITEMS, "item_id", "double(price)", "in_stock")).contains("[i1,null,false]");
        assertThat(rows(TENANTS, "name")).containsExactly("[The shop]");
        assertThat(rows(USERS, "user_id")).contains("[u3]");
    }

    @Test
    void whatWasDeletedGoes() {
        sync(SyncMode.INCREMENTAL);
        shop.sql(
                "DELETE FROM items WHERE tenant_id = :tenant AND item_id = 'i3'",
                "DELETE FROM users WHERE tenant_id = :tenant AND user_id = 'u2'");

        JobReport report = sync(SyncMode.INCREMENTAL);

        assertThat(report.count("items_deleted")).isEqualTo(1);
        assertThat(report.count("users_deleted")).isEqualTo(1);
        assertThat(report.count("written")).isZero();
        assertThat(rows(ITEMS, "item_id")).containsExactlyInAnyOrder("[i1]", "[i2]");
        assertThat(rows(USERS, "user_id")).containsExactly("[u1]");
        assertThat(shop.select("SELECT kind FROM departures WHERE tenant_id = :tenant"))
                .isEmpty();
    }

    @Test
    void anItemThatWasDeletedAndCameBackIsAsItIsNow() {
        sync(SyncMode.INCREMENTAL);
        shop.sql(
                "DELETE FROM items WHERE tenant_id = :tenant AND item_id = 'i3'",
                "INSERT INTO items (tenant_id, item_id, name, category) VALUES (:tenant, 'i3', 'Pot', 'kitchen')");

        sync(SyncMode.INCREMENTAL);

        assertThat(rows(ITEMS, "item_id", "name", "double(price)")).contains("[i3,Pot,null]");
    }

    private void coupon(String id, String validUntil) {
        shop.sql(
                """
                INSERT INTO coupons (tenant_id, coupon_id, name, discount_kind, discount, item_ids, valid_until, attributes)
                VALUES (:tenant, '%s', 'Ten off', 'percent', 10, '{i2,i1}', '%s', '{"tone": "sorry"}')"""
                        .formatted(id, validUntil));
    }

    @Test
    void liveCouponsAreThoseThatAreNeitherWithdrawnNorExpired() {
        coupon("c1", "2026-03-01Z");
        coupon("expired", "2026-02-01Z");
        coupon("withdrawn", "2026-03-01Z");
        shop.sql(
                "UPDATE coupons SET withdrawn_at = '2026-01-15Z' WHERE tenant_id = :tenant AND coupon_id = 'withdrawn'");

        JobReport report = sync(SyncMode.INCREMENTAL);

        assertThat(rows(
                        LIVE_COUPONS_BY_TENANT,
                        "coupon_id",
                        "name",
                        "discount_kind",
                        "double(discount)",
                        "category",
                        "concat_ws(' ', item_ids)",
                        "string(valid_from)",
                        "string(valid_until)",
                        "attributes['tone']"))
                .containsExactly("[c1,Ten off,percent,10.0,null,i1 i2,null,2026-03-01 00:00:00,sorry]");
        assertThat(report.count("coupons_live")).isEqualTo(1);
    }

    @Test
    void aCouponThatIsWithdrawnGoesWithTheNextRun() {
        coupon("c1", "2026-03-01Z");
        coupon("c2", "2026-03-01Z");
        sync(SyncMode.INCREMENTAL);
        shop.sql("UPDATE coupons SET withdrawn_at = now() WHERE tenant_id = :tenant AND coupon_id = 'c1'");

        JobReport second = sync(SyncMode.INCREMENTAL);
        shop.sql("DELETE FROM coupons WHERE tenant_id = :tenant");
        JobReport third = sync(SyncMode.INCREMENTAL);

        assertThat(second.count("coupons_deleted")).isEqualTo(1);
        assertThat(second.count("written")).isZero();
        assertThat(third.count("coupons_deleted")).isEqualTo(1);
        assertThat(rows(LIVE_COUPONS_BY_TENANT, "coupon_id")).isEmpty();
    }

    @Test
    void itemsOutOfStockAreListedUntilTheyAreBackOrGone() {
        shop.sql("UPDATE items SET in_stock = false WHERE tenant_id = :tenant AND item_id <> 'i2'");
        sync(SyncMode.INCREMENTAL);
        assertThat(rows(OUT_OF_STOCK_ITEMS, "item_id")).containsExactlyInAnyOrder("[i1]", "[i3]");

        shop.sql(
                "UPDATE items SET in_stock = true WHERE tenant_id = :tenant AND item_id = 'i1'",
                "DELETE FROM items WHERE tenant_id = :tenant AND item_id = 'i3'");
        JobReport report = sync(SyncMode.INCREMENTAL);

        assertThat(rows(OUT_OF_STOCK_ITEMS, "item_id")).isEmpty();
        assertThat(report.count("items_out_of_stock")).isZero();
    }

    @Test
    void aFullRunDeletesWhatPostgresDoesNotHave() {
        Dataset<Row> stray = Rows.of(ITEMS)
                .row(shop.tenant().value(), "stray", "Stray", "kitchen", null, true, Map.of())
                .toDataset(spark);
        new CassandraSink(shop.lease().cassandra()).upsert(stray, ITEMS);

        JobReport report = sync(SyncMode.FULL);

        assertThat(report.count("items_deleted")).isEqualTo(1);
        assertThat(rows(ITEMS, "item_id")).containsExactlyInAnyOrder("[i1]", "[i2]", "[i3]");
    }
}
