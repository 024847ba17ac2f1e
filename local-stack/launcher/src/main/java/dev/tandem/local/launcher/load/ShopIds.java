package dev.tandem.local.launcher.load;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.PostgresSettings;
import dev.tandem.core.shop.TenantId;
import dev.tandem.local.launcher.syntheticshop.WeightedDraw;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A tenant's own ids, as PostgreSQL has them.
 *
 * @param users the first by id
 * @param items those that stand on most order lines first, ties by id
 */
record ShopIds(List<String> users, List<String> items) {
    private static final String USERS = "SELECT user_id FROM users WHERE tenant_id = ? ORDER BY 1 LIMIT ?";
    private static final String ITEMS =
            """
            SELECT item_id FROM items LEFT JOIN
              (SELECT item_id, count(*) AS bought FROM order_lines WHERE tenant_id = ? GROUP BY 1) AS lines USING (item_id)
            WHERE tenant_id = ? ORDER BY bought DESC NULLS LAST, item_id LIMIT ?
            """;

    ShopIds {
        users = List.copyOf(users);
        items = List.copyOf(items);
    }

    /** A choice of items, the one of rank n with a chance in proportion to 1/n. */
    WeightedDraw popularity() {
        return new WeightedDraw(IntStream.rangeClosed(1, items.size())
                .mapToDouble(rank -> 1.0 / rank)
                .toArray());
    }

    /** Reads the ids, or fails with INPUT where the tenant has no users or no items. */
    static ShopIds read(PostgresSettings settings, TenantId tenant, int users, int items) {
        require("--users", users);
        require("--items", items);
        try (Connection postgres = DriverManager.getConnection(
                settings.url(), settings.user(), settings.password().reveal())) {
            ShopIds ids = new ShopIds(
                    list(postgres, USERS, tenant.value(), users),
                    list(postgres, ITEMS, tenant.value(), tenant.value(), items));
            if (ids.users().isEmpty() || ids.items().isEmpty()) {
                throw new TandemException(
                        FailureKind.INPUT,
                        "Tenant %s has no users or no items; ./tandem demo makes a shop, or import one"
                                .formatted(tenant));
            }
            return ids;
        } catch (SQLException e) {
            throw new TandemException(FailureKind.DEPENDENCY, "PostgreSQL cannot be read: " + e.getMessage(), e);
        }
    }

    private static void require(String option, int limit) {
        if (limit < 1) {
            throw TandemException.invalid(option, String.valueOf(limit), "1 and more");
        }
    }

    private static List<String> list(Connection postgres, String query, Object... parameters) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (PreparedStatement statement = postgres.prepareStatement(query)) {
            for (int at = 0; at < parameters.length; at++) {
                statement.setObject(at + 1, parameters[at]);
            }
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    ids.add(found.getString(1));
                }
            }
        }
        return ids;
    }
}
