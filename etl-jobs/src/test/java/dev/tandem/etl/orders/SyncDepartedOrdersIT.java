package dev.tandem.etl.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.etl.Shop;
import dev.tandem.etl.changes.SyncMode;
import dev.tandem.runtime.job.JobReport;
import dev.tandem.runtime.testing.SparkExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Orders and lines that leave, or go to another place. */
@ExtendWith(SparkExtension.class)
class SyncDepartedOrdersIT {
    private final OrderedShop orders = OrderedShop.open(SparkSession.active());
    private final Shop shop = orders.shop();

    @Test
    void anAnonymousOrderMovesToTheUserWhoClaimsIt() {
        orders.sync(SyncMode.INCREMENTAL);
        shop.sql("UPDATE orders SET user_id = 'u2' WHERE tenant_id = :tenant AND order_id = 'o3'");

        JobReport report = orders.sync(SyncMode.INCREMENTAL);

        assertThat(orders.lines()).contains("u2/o3/1/i3/2").doesNotContain("-/o3/1/i3/2");
        assertThat(report.count("deleted")).isEqualTo(1);
    }

    @Test
    void aDeletedOrderGoesWithItsLines() {
        orders.sync(SyncMode.INCREMENTAL);
        shop.sql("DELETE FROM orders WHERE tenant_id = :tenant AND order_id IN ('o2', 'o3')");

        JobReport report = orders.sync(SyncMode.INCREMENTAL);

        assertThat(orders.lines()).containsExactly("u1/o1/1/i1/2");
        assertThat(report.count("deleted")).isEqualTo(2);
        assertThat(orders.sync(SyncMode.INCREMENTAL).counts().values()).containsOnly(0L);
    }

    @Test
    void anOrderThatGoesToAnotherUserLeavesTheFormerOne() {
        orders.sync(SyncMode.INCREMENTAL);
        shop.sql("UPDATE orders SET user_id = 'u2' WHERE tenant_id = :tenant AND order_id = 'o1'");

        JobReport report = orders.sync(SyncMode.INCREMENTAL);

        assertThat(orders.lines()).contains("u2/o1/1/i1/2").doesNotContain("u1/o1/1/i1/2");
        assertThat(report.count("inserted")).isEqualTo(1);
        assertThat(report.count("deleted")).isEqualTo(1);
        assertThat(report.count("lines_in_postgres")).isEqualTo(report.count("lines_in_cassandra"));
    }

    @Test
    void anOrderThatLosesItsUserBecomesAnonymous() {
        orders.sync(SyncMode.INCREMENTAL);
        shop.sql("UPDATE orders SET user_id = NULL WHERE tenant_id = :tenant AND order_id = 'o1'");

        orders.sync(SyncMode.INCREMENTAL);

        assertThat(orders.lines()).contains("-/o1/1/i1/2").doesNotContain("u1/o1/1/i1/2");
    }

    @Test
    void anOrderThatCameBackToItsUserMeanwhileStays() {
        orders.sync(SyncMode.INCREMENTAL);
        shop.sql(
                "UPDATE orders SET user_id = 'u2' WHERE tenant_id = :tenant AND order_id = 'o1'",
                "UPDATE orders SET user_id = 'u1' WHERE tenant_id = :tenant AND order_id = 'o1'");

        JobReport report = orders.sync(SyncMode.INCREMENTAL);

        assertThat(orders.lines()).contains("u1/o1/1/i1/2");
        assertThat(report.count("written")).isZero();
        assertThat(report.count("deleted")).isZero();
    }

    @Test
    void anOrderThatWasDeletedAndPlacedAnewIsAsItIsNow() {
        orders.sync(SyncMode.INCREMENTAL);
        shop.sql("DELETE FROM orders WHERE tenant_id = :tenant AND order_id = 'o1'");
        shop.order("o1", "u2", "i3", "2026-01-20T10:00:00Z");

        orders.sync(SyncMode.INCREMENTAL);

        assertThat(orders.lines()).contains("u2/o1/1/i3/2").doesNotContain("u1/o1/1/i1/2");
    }

    @Test
    void aDeletionThatCommitsLateIsNotMissed() throws SQLException {
        orders.sync(SyncMode.INCREMENTAL);
        try (Connection late = shop.connect();
                Statement statement = late.createStatement()) {
            late.setAutoCommit(false);
            statement.execute("DELETE FROM orders WHERE tenant_id = '%s' AND order_id = 'o1'".formatted(shop.tenant()));
            shop.order("o4", "u2", "i1", "2026-01-14T10:00:00Z");
            orders.sync(SyncMode.INCREMENTAL);
            late.commit();
        }
        assertThat(orders.lines()).contains("u1/o1/1/i1/2");

        JobReport report = orders.sync(SyncMode.INCREMENTAL);

        assertThat(orders.lines()).contains("u2/o4/1/i1/2").doesNotContain("u1/o1/1/i1/2");
        assertThat(report.count("deleted")).isEqualTo(1);
    }

    @Test
    void aLineThatGoesToAnotherOrderChangesBoth() {
        orders.sync(SyncMode.INCREMENTAL);
        shop.sql(
                "UPDATE order_lines SET order_id = 'o2', line_number = 7 WHERE tenant_id = :tenant AND order_id = 'o1'");

        orders.sync(SyncMode.INCREMENTAL);

        assertThat(orders.lines()).containsExactlyInAnyOrder("u2/o2/1/i2/2", "u2/o2/7/i1/2", "-/o3/1/i3/2");
    }

    @Test
    void whatWasTakenOverLeavesTheLogOfDepartures() {
        orders.sync(SyncMode.INCREMENTAL);
        shop.sql(
                "DELETE FROM orders WHERE tenant_id = :tenant AND order_id = 'o1'",
                "DELETE FROM items WHERE tenant_id = :tenant AND item_id = 'i1'");

        orders.sync(SyncMode.INCREMENTAL);

        assertThat(shop.select("SELECT kind FROM departures WHERE tenant_id = :tenant"))
                .containsExactly("item");
    }

    @Test
    void emptyingTheTableLeavesNothingBehind() {
        orders.sync(SyncMode.INCREMENTAL);
        shop.sql("TRUNCATE orders, order_lines, order_charges");

        orders.sync(SyncMode.INCREMENTAL);

        assertThat(orders.lines()).isEmpty();
    }
}
