package dev.tandem.streaming.registration;

import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.USER_ID;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tandem.core.event.RegistrationKind;
import dev.tandem.runtime.postgres.PostgresWriter;
import java.util.Set;

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

    private static final String DUE_BY_ITEM =
            """
            UPDATE pending_orders p SET is_due = true
            FROM jsonb_to_recordset(?::jsonb) AS a (tenant_id text, item_id text)
            WHERE NOT p.is_due AND p.tenant_id = a.tenant_id AND p.missing_items @> ARRAY[a.item_id]
            """;

    private static final String DUE_BY_ANYTHING =
            """
            UPDATE pending_orders p SET is_due = true
            WHERE NOT p.is_due AND (
              EXISTS (SELECT FROM users u WHERE (u.tenant_id, u.user_id) = (p.tenant_id, p.missing_user))
              OR EXISTS (SELECT FROM items i WHERE i.tenant_id = p.tenant_id AND i.item_id = ANY (p.missing_items)))
            """;

    private static final String LOOK =
            """
            UPDATE pending_orders p
            SET is_due = false,
              missing_user = (
                SELECT p.message ->> 'user_id'
                WHERE NOT EXISTS (
                  SELECT FROM users u WHERE (u.tenant_id, u.user_id) = (p.tenant_id, p.message ->> 'user_id'))),
              missing_items = ARRAY (
                SELECT DISTINCT l.item_id FROM jsonb_to_recordset(p.message -> 'lines') AS l (item_id text)
                WHERE NOT EXISTS (SELECT FROM items i WHERE (i.tenant_id, i.item_id) = (p.tenant_id, l.item_id))
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
        String users = json(arrivals, RegistrationKind.USER, USER_ID);
        String items = json(arrivals, RegistrationKind.ITEM, ITEM_ID);
        postgres.write(transaction -> transaction.update(DUE_BY_USER, users) + transaction.update(DUE_BY_ITEM, items));
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

    private static String json(Set<Arrival> arrivals, RegistrationKind kind, String idField) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Arrival arrival : arrivals) {
            if (arrival.kind() == kind) {
                array.addObject().put(TENANT_ID, arrival.tenant()).put(idField, arrival.id());
            }
        }
        return array.toString();
    }
}
