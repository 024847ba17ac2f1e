package dev.tandem.streaming.registration;

import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.USER_ID;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tandem.core.event.RegistrationKind;
import dev.tandem.runtime.postgres.PostgresWriter;
import dev.tandem.runtime.postgres.PostgresWriter.Transaction;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The way of orders from {@code pending_orders} to where they belong, as soon as nothing that they name is missing. */
final class PendingOrders {
    /** Orders that are looked at in one transaction: many may wait for one item. */
    private static final int AT_ONCE = 5_000;

    private static final String DUE_BY_USER =
            """
            UPDATE pending_orders p SET is_due = true
            FROM jsonb_to_recordset(?::jsonb) AS a (tenant_id text, user_id text)
            WHERE NOT p.is_due AND (p.tenant_id, p.missing_user) = (a.tenant_id, a.user_id)
            """;

    /** Of one tenant: a join by tenant would hold every order against every item, and not ask the index. */
    private static final String DUE_BY_ITEMS =
            """
            UPDATE pending_orders p SET is_due = true
            WHERE NOT p.is_due AND p.missing_items <> '{}' AND p.tenant_id = ?
              AND p.missing_items && ARRAY (SELECT jsonb_array_elements_text(?::jsonb))
            """;

    /*
     * Whether something is there is asked by a subquery for a value: each is a look into an index. As EXISTS it may become a
     * join, which reads all of a tenant's items for each order.
     */
    private static final String DUE_BY_ANYTHING =
            """
            UPDATE pending_orders p SET is_due = true
            WHERE NOT p.is_due AND (
              (SELECT true FROM users u WHERE (u.tenant_id, u.user_id) = (p.tenant_id, p.missing_user))
              OR (SELECT true FROM items i WHERE i.tenant_id = p.tenant_id AND i.item_id = ANY (p.missing_items) LIMIT 1))
            """;

    private static final String LOOK =
            """
            UPDATE pending_orders p
            SET is_due = false,
              missing_user = (
                SELECT p.message ->> 'user_id'
                WHERE (
                  SELECT true FROM users u
                  WHERE (u.tenant_id, u.user_id) = (p.tenant_id, p.message ->> 'user_id')) IS NULL),
              missing_items = ARRAY (
                SELECT DISTINCT l.item_id FROM jsonb_to_recordset(p.message -> 'lines') AS l (item_id text)
                WHERE (SELECT true FROM items i WHERE (i.tenant_id, i.item_id) = (p.tenant_id, l.item_id)) IS NULL
                ORDER BY 1)
            WHERE (p.tenant_id, p.order_id) IN (
              SELECT tenant_id, order_id FROM pending_orders WHERE is_due ORDER BY tenant_id, order_id LIMIT ?)
            """;

    private final PostgresWriter postgres;

    PendingOrders(PostgresWriter postgres) {
        this.postgres = postgres;
    }

    /**
     * Stores the orders that are new and those that waited for nothing but these.
     *
     * @return rows of orders and lines that were written
     */
    long settle(Set<Arrival> arrivals) {
        postgres.write(transaction -> markDue(transaction, arrivals));
        return settleDue();
    }

    /** Stores the orders that waited for nothing but what somebody else has brought. */
    long sweep() {
        postgres.write(transaction -> transaction.update(DUE_BY_ANYTHING));
        return settleDue();
    }

    private long settleDue() {
        long[] lookedAt = {AT_ONCE};
        long written = 0;
        while (lookedAt[0] == AT_ONCE) {
            written += postgres.write(transaction -> {
                lookedAt[0] = transaction.update(LOOK, AT_ONCE);
                return lookedAt[0] == 0 ? 0 : CompleteOrders.move(transaction);
            });
        }
        return written;
    }

    private static long markDue(Transaction transaction, Set<Arrival> arrivals) throws SQLException {
        ArrayNode users = JsonNodeFactory.instance.arrayNode();
        Map<String, ArrayNode> items = new TreeMap<>();
        for (Arrival arrival : arrivals) {
            if (arrival.kind() == RegistrationKind.USER) {
                users.addObject().put(TENANT_ID, arrival.tenant()).put(USER_ID, arrival.id());
            } else {
                items.computeIfAbsent(arrival.tenant(), tenant -> JsonNodeFactory.instance.arrayNode())
                        .add(arrival.id());
            }
        }
        long due = transaction.update(DUE_BY_USER, users.toString());
        for (Map.Entry<String, ArrayNode> ofTenant : items.entrySet()) {
            due += transaction.update(
                    DUE_BY_ITEMS, ofTenant.getKey(), ofTenant.getValue().toString());
        }
        return due;
    }
}
