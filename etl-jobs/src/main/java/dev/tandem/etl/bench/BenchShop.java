package dev.tandem.etl.bench;

import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.postgres.PostgresDatabase;
import java.util.List;

/**
 * A shop of its own in PostgreSQL, with orders of 20 lines, every tenth of them anonymous. The same for the same number of
 * lines; ids, prices and times are as wide as those of a real shop.
 */
final class BenchShop implements AutoCloseable {
    static final TenantId TENANT = new TenantId("bench-sync");

    private static final int LINES_AN_ORDER = 20;
    private static final int LINES_A_USER = 100;
    private static final int ITEMS = 4_000;
    /** A part of this many is changed in each of five ways, which makes one per cent of the orders. */
    private static final int PARTS = 500;

    private static final List<String> TABLES =
            List.of("order_lines", "orders", "departures", "sync_marks", "items", "users", "tenants");

    private final PostgresDatabase postgres;
    private final int orders;
    private final int users;

    private BenchShop(PostgresDatabase postgres, int lines) {
        this.postgres = postgres;
        this.orders = lines / LINES_AN_ORDER;
        this.users = lines / LINES_A_USER;
    }

    /** The shop, new: what an interrupted benchmark left goes first. */
    static BenchShop open(PostgresDatabase postgres, int lines) {
        BenchShop shop = new BenchShop(postgres, lines);
        shop.close();
        shop.fill();
        return shop;
    }

    private void fill() {
        update("INSERT INTO tenants (tenant_id, name) VALUES (:tenant, 'Benchmark')");
        update("INSERT INTO users (tenant_id, user_id, registered_at)"
                + " SELECT :tenant, 'user-' || n, '2025-01-01Z' FROM generate_series(1, %d) n".formatted(users));
        update("INSERT INTO items (tenant_id, item_id, name, category)"
                + " SELECT :tenant, 'product-' || n, 'Product ' || n, 'category-1' FROM generate_series(1, %d) n"
                        .formatted(ITEMS));
        addOrders("order", orders);
        // As in any database that is some minutes old; without statistics the join would take minutes.
        TABLES.forEach(table -> update("ANALYZE " + table));
    }

    /**
     * Changes one per cent of the orders: a fifth each gets other quantities, is called off, is deleted, goes to another
     * user, or is new.
     *
     * @param round another one changes other orders
     */
    void changeOnePerCent(int round) {
        String isChosen = "tenant_id = :tenant AND (hashtext(order_id) & 2147483647) %% %d = %d";
        int first = round * 10;
        update("UPDATE order_lines SET quantity = quantity + 1 WHERE " + isChosen.formatted(PARTS, first));
        update("UPDATE orders SET cancelled_at = '2026-02-01Z' WHERE " + isChosen.formatted(PARTS, first + 1));
        update("DELETE FROM orders WHERE " + isChosen.formatted(PARTS, first + 2));
        update("UPDATE orders SET user_id = 'user-1' WHERE " + isChosen.formatted(PARTS, first + 3));
        addOrders("late-" + round, orders / PARTS);
    }

    private void addOrders(String name, int count) {
        update(
                ("INSERT INTO orders (tenant_id, order_id, user_id, ordered_at) SELECT :tenant, '%s-' || n, CASE WHEN n %% 10"
                                + " > 0 THEN 'user-' || 1 + n * 7919::bigint %% %d END, timestamptz '2026-01-01Z' + n * interval"
                                + " '1 minute' FROM generate_series(1, %d) n")
                        .formatted(name, users, count));
        update(
                ("INSERT INTO order_lines SELECT :tenant, '%s-' || n, line, 'product-' || 1 + (n * 31 + line * 17) %% %d,"
                                + " 1 + (n + line) %% 12, 0.55 + (n + line) %% 40 FROM generate_series(1, %d) n,"
                                + " generate_series(1, %d) line")
                        .formatted(name, ITEMS, count, LINES_AN_ORDER));
    }

    private void update(String sql) {
        postgres.update(sql.replace(":tenant", "'" + TENANT + "'"), List.of());
    }

    /** Removes the shop. */
    @Override
    public void close() {
        TABLES.forEach(table -> update("DELETE FROM %s WHERE tenant_id = :tenant".formatted(table)));
    }
}
