package dev.tandem.local.launcher.shopdata;

import static dev.tandem.core.schema.Columns.ATTRIBUTES;
import static dev.tandem.core.schema.Columns.CANCELLED_AT;
import static dev.tandem.core.schema.Columns.CATEGORY;
import static dev.tandem.core.schema.Columns.CODE;
import static dev.tandem.core.schema.Columns.DESCRIPTION;
import static dev.tandem.core.schema.Columns.IN_STOCK;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.KIND;
import static dev.tandem.core.schema.Columns.LINE_NUMBER;
import static dev.tandem.core.schema.Columns.NAME;
import static dev.tandem.core.schema.Columns.ORDERED_AT;
import static dev.tandem.core.schema.Columns.ORDER_ID;
import static dev.tandem.core.schema.Columns.PAYLOAD;
import static dev.tandem.core.schema.Columns.PRICE;
import static dev.tandem.core.schema.Columns.QUANTITY;
import static dev.tandem.core.schema.Columns.REASON;
import static dev.tandem.core.schema.Columns.REGISTERED_AT;
import static dev.tandem.core.schema.Columns.ROW_NUMBER;
import static dev.tandem.core.schema.Columns.SOURCE;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.UNIT_PRICE;
import static dev.tandem.core.schema.Columns.USER_ID;

import dev.tandem.core.coupon.CouponSettings;
import dev.tandem.core.schema.PostgresTables;
import dev.tandem.core.settings.PostgresSettings;
import dev.tandem.core.shop.TenantId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one tenant's shop into PostgreSQL, in one transaction: all of it is there after {@link #commit}, or none.
 *
 * <p>Loading the same data again changes nothing, so that no change number moves. A loaded order ends with exactly the
 * lines and charges that were given; orders, users and items that are not given stay as they are. A user's registration
 * only ever moves back in time. Memory is bounded: records go to the server in chunks.
 */
public final class ShopLoader implements ShopSink, AutoCloseable {
    private final String url;
    private final TenantId tenant;
    private final Connection connection;
    private final StagingTable users;
    private final StagingTable items;
    private final StagingTable orders;
    private final StagingTable lines;
    private final StagingTable charges;
    private final StagingTable rejects;
    private final CouponTables coupons;

    private ShopLoader(String url, TenantId tenant, Connection connection) throws SQLException {
        this.url = url;
        this.tenant = tenant;
        this.connection = connection;
        users = new StagingTable(
                connection, PostgresTables.USERS, List.of(TENANT_ID, USER_ID, NAME, ATTRIBUTES, REGISTERED_AT));
        items = new StagingTable(
                connection,
                PostgresTables.ITEMS,
                List.of(TENANT_ID, ITEM_ID, NAME, CATEGORY, PRICE, IN_STOCK, ATTRIBUTES));
        orders = new StagingTable(
                connection,
                PostgresTables.ORDERS,
                List.of(TENANT_ID, ORDER_ID, USER_ID, ORDERED_AT, KIND, CANCELLED_AT));
        lines = new StagingTable(
                connection,
                PostgresTables.ORDER_LINES,
                List.of(TENANT_ID, ORDER_ID, LINE_NUMBER, ITEM_ID, QUANTITY, UNIT_PRICE));
        charges = new StagingTable(
                connection,
                PostgresTables.ORDER_CHARGES,
                List.of(TENANT_ID, ORDER_ID, LINE_NUMBER, CODE, DESCRIPTION, QUANTITY, UNIT_PRICE));
        rejects = new StagingTable(
                connection, PostgresTables.IMPORT_REJECTS, List.of(TENANT_ID, SOURCE, ROW_NUMBER, REASON, PAYLOAD));
        coupons = CouponTables.create(connection);
    }

    /**
     * Begins a load. A second load of the same tenant waits until the first has ended.
     *
     * @param tenantName what people call the tenant, for its row if there is none yet
     */
    public static ShopLoader open(PostgresSettings postgres, TenantId tenant, String tenantName) {
        try {
            Connection connection = DriverManager.getConnection(
                    postgres.url(), postgres.user(), postgres.password().reveal());
            try {
                connection.setAutoCommit(false);
                prepare(connection, tenant, tenantName);
                return new ShopLoader(postgres.url(), tenant, connection);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw PostgresFailure.of(postgres.url(), e);
        }
    }

    private static void prepare(Connection connection, TenantId tenant, String tenantName) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL temp_buffers = '64MB'; SET LOCAL work_mem = '64MB'");
        }
        update(connection, "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "tandem-load-" + tenant);
        update(
                connection,
                "INSERT INTO tenants (tenant_id, name) VALUES (?, ?) ON CONFLICT DO NOTHING",
                tenant.value(),
                tenantName);
    }

    @Override
    public void user(ShopUser user) {
        add(users, tenant, user.id(), user.name(), user.attributes(), user.registeredAt());
    }

    @Override
    public void item(ShopItem item) {
        add(items, tenant, item.id(), item.name(), item.category(), item.price(), item.inStock(), item.attributes());
    }

    @Override
    public void order(ShopOrder order) {
        String kind = order.kind().word();
        add(orders, tenant, order.id(), order.user(), order.orderedAt(), kind, order.cancelledAt());
    }

    @Override
    public void line(OrderLine line) {
        add(lines, tenant, line.orderId(), line.lineNumber(), line.item(), line.quantity(), line.unitPrice());
    }

    @Override
    public void charge(OrderCharge charge) {
        add(
                charges,
                tenant,
                charge.orderId(),
                charge.lineNumber(),
                charge.code(),
                charge.description(),
                charge.quantity(),
                charge.unitPrice());
    }

    @Override
    public void coupon(ShopCoupon coupon) {
        try {
            coupons.add(tenant, coupon);
        } catch (SQLException e) {
            throw PostgresFailure.of(url, e);
        }
    }

    @Override
    public void couponSettings(CouponSettings settings) {
        try {
            coupons.add(tenant, settings);
        } catch (SQLException e) {
            throw PostgresFailure.of(url, e);
        }
    }

    /** Takes a row that could not become part of an order. */
    public void reject(ImportReject reject) {
        add(rejects, tenant, reject.source(), reject.rowNumber(), reject.reason(), reject.payload());
    }

    /**
     * Writes everything that was given, and ends the load.
     *
     * @param sources the files that were read; rejects of an earlier load of these that did not occur again are removed
     */
    public LoadCounts commit(List<String> sources) {
        try {
            for (StagingTable table :
                    List.of(users, items, orders, lines, charges, rejects, coupons.coupons(), coupons.settings())) {
                table.complete();
            }
            users.update("UPDATE %1$s s SET registered_at = u.registered_at FROM %2$s u WHERE u.tenant_id = s.tenant_id"
                    + " AND u.user_id = s.user_id AND u.registered_at < s.registered_at");
            long rejectsRemoved = removeRejects(sources);
            LoadCounts counts = new LoadCounts(
                    users.merge(),
                    items.merge(),
                    orders.merge(),
                    lines.merge().withRemoved(lines.removeMissing(orders)),
                    charges.merge().withRemoved(charges.removeMissing(orders)),
                    rejects.merge().withRemoved(rejectsRemoved),
                    coupons.coupons().merge(),
                    coupons.settings().merge());
            analyze();
            connection.commit();
            return counts;
        } catch (SQLException e) {
            throw PostgresFailure.of(url, e);
        }
    }

    /** A sync that follows at once must not be planned with the statistics of an empty table: it would take minutes. */
    private void analyze() throws SQLException {
        for (StagingTable table : List.of(users, items, orders, lines, coupons.coupons())) {
            table.update("ANALYZE %2$s");
        }
    }

    /** Ends the load; without a {@link #commit} before it, nothing is written. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw PostgresFailure.of(url, e);
        }
    }

    private long removeRejects(List<String> sources) throws SQLException {
        long removed = 0;
        for (String source : sources) {
            removed += update(
                    connection,
                    "DELETE FROM import_rejects t WHERE tenant_id = ? AND source = ? AND NOT EXISTS (SELECT FROM"
                            + " staged_import_rejects s WHERE s.source = t.source AND s.row_number = t.row_number)",
                    tenant.value(),
                    source);
        }
        return removed;
    }

    private void add(StagingTable table, @Nullable Object... values) {
        try {
            table.add(values);
        } catch (SQLException e) {
            throw PostgresFailure.of(url, e);
        }
    }

    private static long update(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.execute();
            return statement.getUpdateCount();
        }
    }
}
