package dev.tandem.etl.orders;

import static dev.tandem.core.schema.CassandraTables.ORDER_LINES_BY_USER;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.interval.DataInterval;
import dev.tandem.etl.Shop;
import dev.tandem.etl.changes.SyncMode;
import dev.tandem.runtime.cassandra.CassandraSink;
import dev.tandem.runtime.cassandra.CassandraSource;
import dev.tandem.runtime.job.JobReport;
import dev.tandem.runtime.testing.SparkExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class SyncOrdersIT {
    private final SparkSession spark = SparkSession.active();
    private final OrderedShop orders = OrderedShop.open(spark);
    private final Shop shop = orders.shop();

    @Test
    void theFirstRunCopiesEveryLineAndTheSecondWritesNothing() {
        JobReport first = orders.sync(SyncMode.INCREMENTAL);
        JobReport second = orders.sync(SyncMode.INCREMENTAL);

        assertThat(orders.lines()).containsExactlyInAnyOrder("u1/o1/1/i1/2", "u2/o2/1/i2/2", "-/o3/1/i3/2");
        assertThat(first.count("inserted")).isEqualTo(3);
        assertThat(first.count("lines_in_cassandra")).isEqualTo(3);
        assertThat(second.counts().values()).containsOnly(0L);
    }

    @Test
    void aFullRunOverAnEqualTableWritesNothing() {
        orders.sync(SyncMode.FULL);

        JobReport second = orders.sync(SyncMode.FULL);

        assertThat(second.count("lines_in_postgres")).isEqualTo(3);
        assertThat(second.count("lines_in_cassandra")).isEqualTo(3);
        assertThat(second.count("written")).isZero();
    }

    @Test
    void valuesArriveAsTheyAre() {
        shop.sql(
                "UPDATE orders SET cancelled_at = '2026-01-13T00:00:00Z' WHERE tenant_id = :tenant AND order_id = 'o1'");
        orders.sync(SyncMode.INCREMENTAL);

        Row row = shop
                .rows(
                        spark,
                        ORDER_LINES_BY_USER,
                        "user_id",
                        "double(unit_price)",
                        "string(ordered_at)",
                        "kind",
                        "string(cancelled_at)")
                .stream()
                .filter(candidate -> candidate.getString(0).equals("u1"))
                .findFirst()
                .orElseThrow();

        assertThat(row.toString()).isEqualTo("[u1,2.5,2026-01-10 10:00:00.123,sale,2026-01-13 00:00:00]");
    }

    @Test
    void aTransactionThatCommitsLateIsNotMissed() throws SQLException {
        try (Connection late = shop.connect();
                Statement statement = late.createStatement()) {
            late.setAutoCommit(false);
            statement.execute("INSERT INTO orders (tenant_id, order_id, user_id, ordered_at)"
                    + " VALUES ('%s', 'o4', 'u1', '2026-01-13T10:00:00Z')".formatted(shop.tenant()));
            statement.execute("INSERT INTO order_lines VALUES ('%s', 'o4', 1, 'i1', 1, 2.5)".formatted(shop.tenant()));
            shop.order("o5", "u2", "i1", "2026-01-14T10:00:00Z");
            orders.sync(SyncMode.INCREMENTAL);
            late.commit();
        }
        assertThat(orders.lines()).contains("u2/o5/1/i1/2").doesNotContain("u1/o4/1/i1/1");

        JobReport next = orders.sync(SyncMode.INCREMENTAL);
        JobReport last = orders.sync(SyncMode.INCREMENTAL);

        assertThat(orders.lines()).contains("u1/o4/1/i1/1");
        assertThat(next.count("inserted")).isEqualTo(1);
        assertThat(last.counts().values()).containsOnly(0L);
    }

    @Test
    void linesThatChangeComeOrGoChangeTheirOrder() {
        shop.sql("INSERT INTO order_lines VALUES (:tenant, 'o1', 2, 'i2', 1, 9)");
        orders.sync(SyncMode.INCREMENTAL);
        shop.sql(
                "UPDATE order_lines SET quantity = 5 WHERE tenant_id = :tenant AND order_id = 'o1' AND line_number = 1",
                "DELETE FROM order_lines WHERE tenant_id = :tenant AND order_id = 'o1' AND line_number = 2",
                "DELETE FROM order_lines WHERE tenant_id = :tenant AND order_id = 'o3'",
                "INSERT INTO order_lines VALUES (:tenant, 'o2', 2, 'i3', 1, 7)");

        JobReport report = orders.sync(SyncMode.INCREMENTAL);

        assertThat(orders.lines()).containsExactlyInAnyOrder("u1/o1/1/i1/5", "u2/o2/1/i2/2", "u2/o2/2/i3/1");
        assertThat(report.count("inserted")).isEqualTo(1);
        assertThat(report.count("updated")).isEqualTo(1);
        assertThat(report.count("deleted")).isEqualTo(2);
    }

    @Test
    void aCancellationTravelsAndSoDoesItsRepeal() {
        orders.sync(SyncMode.INCREMENTAL);

        shop.sql("UPDATE orders SET cancelled_at = now() WHERE tenant_id = :tenant AND order_id = 'o2'");
        orders.sync(SyncMode.INCREMENTAL);
        assertThat(orders.lines()).contains("u2/o2/1/i2/2 cancelled");

        shop.sql("UPDATE orders SET cancelled_at = NULL WHERE tenant_id = :tenant AND order_id = 'o2'");
        orders.sync(SyncMode.INCREMENTAL);
        assertThat(orders.lines()).contains("u2/o2/1/i2/2");
    }

    @Test
    void aFullRunMendsWhatWasChangedInCassandraItself() {
        orders.sync(SyncMode.INCREMENTAL);
        Dataset<Row> line = new CassandraSource(spark, shop.lease().cassandra())
                .read(ORDER_LINES_BY_USER, shop.tenant())
                .where("order_id = 'o1'")
                .withColumn("order_id", lit("stray"));
        CassandraSink sink = new CassandraSink(shop.lease().cassandra());
        sink.upsert(line, ORDER_LINES_BY_USER);
        sink.delete(line.withColumn("order_id", lit("o1")), ORDER_LINES_BY_USER);
        assertThat(orders.lines()).contains("u1/stray/1/i1/2").doesNotContain("u1/o1/1/i1/2");

        orders.sync(SyncMode.FULL);

        assertThat(orders.lines()).containsExactlyInAnyOrder("u1/o1/1/i1/2", "u2/o2/1/i2/2", "-/o3/1/i3/2");
    }

    @Test
    void anIntervalCopiesItsOrdersAndLeavesTheMark() {
        orders.sync(
                SyncMode.INTERVAL,
                new DataInterval(Instant.parse("2026-01-11T10:00:00Z"), Instant.parse("2026-01-12T10:00:00Z")));

        assertThat(orders.lines()).containsExactly("u2/o2/1/i2/2");
        assertThat(orders.sync(SyncMode.INCREMENTAL).count("inserted")).isEqualTo(2);
    }

    @Test
    void ordersOfOtherTenantsStayWhereTheyAre() {
        Shop other = Shop.open();
        other.order("o9", "u1", "i1", "2026-01-10T10:00:00Z");

        orders.sync(SyncMode.FULL);

        assertThat(orders.lines()).hasSize(3).doesNotContain("u1/o9/1/i1/2");
    }

    @Test
    void aMarkAheadOfTheDatabaseAsksForAFullRun() {
        orders.sync(SyncMode.INCREMENTAL);
        shop.sql("UPDATE sync_marks SET change_number = 9000000000000 WHERE tenant_id = :tenant");

        assertThatThrownBy(() -> orders.sync(SyncMode.INCREMENTAL))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("9000000000000")
                .hasMessageContaining("Run sync-orders once with --mode=full")
                .extracting(e -> ((TandemException) e).kind())
                .isEqualTo(FailureKind.CONFIGURATION);

        orders.sync(SyncMode.FULL);
        assertThat(orders.sync(SyncMode.INCREMENTAL).counts().values()).containsOnly(0L);
    }
}
