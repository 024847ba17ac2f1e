package dev.tandem.etl;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.shop.TenantId;
import dev.tandem.local.services.Lease;
import dev.tandem.local.services.SharedStack;
import dev.tandem.runtime.cassandra.CassandraSource;
import dev.tandem.runtime.job.JobContext;
import dev.tandem.runtime.job.JobSettings;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A small shop on the shared servers, under a tenant of its own, that a test changes by SQL. */
public final class Shop {
    public static final DataInterval DAY =
            new DataInterval(Instant.parse("2026-01-31T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"));
    private static final Instant STARTED_AT = Instant.parse("2026-02-01T02:00:00Z");
    /* One for all tests of this JVM: a session of the driver that is open already learns late of new keyspaces. */
    private static final Lease SHARED = SharedStack.lease("etl");
    private static final AtomicInteger OPENED = new AtomicInteger();

    private final Lease lease;
    private final TenantId tenant;

    private Shop(Lease lease, TenantId tenant) {
        this.lease = lease;
        this.tenant = tenant;
    }

    /** A shop in the database and keyspace that this JVM's tests share. */
    public static Shop open() {
        return open(SHARED);
    }

    /** A shop with users u1 and u2, and items i1 to i3 in the categories kitchen and light. */
    public static Shop open(Lease lease) {
        Shop shop = new Shop(lease, new TenantId("etl-shop-" + OPENED.incrementAndGet()));
        shop.sql(
                "INSERT INTO tenants (tenant_id, name) VALUES (:tenant, 'A shop')",
                """
                INSERT INTO users (tenant_id, user_id, name, attributes, registered_at) VALUES
                  (:tenant, 'u1', 'Ada', '{"city": "Lima", "tags": ["a", "b"], "age": 30, "none": null}', '2025-01-01Z'),
                  (:tenant, 'u2', NULL, '{}', '2025-01-02Z')""",
                """
                INSERT INTO items (tenant_id, item_id, name, category, price) VALUES
                  (:tenant, 'i1', 'Cup', 'kitchen', 2.50),
                  (:tenant, 'i2', 'Lamp', 'light', NULL),
                  (:tenant, 'i3', 'Jug', 'kitchen', 7.00)""");
        return shop;
    }

    public Lease lease() {
        return lease;
    }

    public TenantId tenant() {
        return tenant;
    }

    /** Writes statements, each in a transaction of its own; {@code :tenant} is the shop's. */
    public void sql(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql.replace(":tenant", "'" + tenant + "'"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of a query's rows; {@code :tenant} is the shop's. */
    public List<String> select(String sql) {
        List<String> values = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql.replace(":tenant", "'" + tenant + "'"))) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection to PostgreSQL, for tests that hold a transaction open. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(lease.postgresUrl(), lease.postgresUser(), "");
    }

    /** Places an order of one line; an empty user is an anonymous one. */
    public void order(String orderId, String user, String item, String orderedAt) {
        String userId = user.isEmpty() ? "NULL" : "'" + user + "'";
        sql(
                "INSERT INTO orders (tenant_id, order_id, user_id, ordered_at) VALUES (:tenant, '%s', %s, '%s')"
                        .formatted(orderId, userId, orderedAt),
                """
                INSERT INTO order_lines (tenant_id, order_id, line_number, item_id, quantity, unit_price)
                VALUES (:tenant, '%s', 1, '%s', 2, 2.5)"""
                        .formatted(orderId, item));
    }

    public JobSettings settings() {
        return new JobSettings(List.of(tenant), "local[2]", 2, lease.postgres(), lease.cassandra(), URI.create(""));
    }

    public JobContext context(String job, SparkSession spark) {
        return new JobContext(job, spark, tenant, STARTED_AT);
    }

    /** All rows of the tenant in a Cassandra table. */
    public List<Row> rows(SparkSession spark, dev.tandem.core.schema.Table table, String... columns) {
        return new CassandraSource(spark, lease.cassandra())
                .read(table, tenant)
                .selectExpr(columns)
                .collectAsList();
    }
}
