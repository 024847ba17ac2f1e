package dev.tandem.streaming.registration;

import dev.tandem.core.event.RegistrationKind;
import dev.tandem.runtime.postgres.PostgresWriter.Transaction;
import java.sql.SQLException;

/**
 * Where registrations are stored. What a message leaves out keeps what is stored, and a row that says the same already is
 * not written, so that those who follow changes see none.
 */
final class RegistrationTables {
    /*
     * The new rows first and the changes second: whoever writes the same row meanwhile is waited for by the insert, and seen
     * by the update. Rows go in by key, so that two tasks that write the same ones do not wait for each other in a circle.
     */
    private static final String NEW_USERS =
            """
            INSERT INTO users (tenant_id, user_id, name, attributes, registered_at)
            SELECT tenant_id, user_id, name, COALESCE(attributes, '{}'), COALESCE(registered_at, received_at)
            FROM jsonb_to_recordset(?::jsonb) AS m (tenant_id text, user_id text, name text, attributes jsonb,
              registered_at timestamptz, received_at timestamptz)
            ORDER BY tenant_id, user_id
            ON CONFLICT DO NOTHING
            """;

    private static final String CHANGED_USERS =
            """
            UPDATE users u
            SET name = COALESCE(m.name, u.name), attributes = COALESCE(m.attributes, u.attributes),
              registered_at = COALESCE(m.registered_at, u.registered_at)
            FROM jsonb_to_recordset(?::jsonb) AS m (tenant_id text, user_id text, name text, attributes jsonb,
              registered_at timestamptz)
            WHERE (u.tenant_id, u.user_id) = (m.tenant_id, m.user_id)
              AND (u.name, u.attributes, u.registered_at) IS DISTINCT FROM
                (COALESCE(m.name, u.name), COALESCE(m.attributes, u.attributes),
                 COALESCE(m.registered_at, u.registered_at))
            """;

    private static final String NEW_ITEMS =
            """
            INSERT INTO items (tenant_id, item_id, name, category, price, in_stock, attributes)
            SELECT tenant_id, item_id, name, category, price, COALESCE(in_stock, true), COALESCE(attributes, '{}')
            FROM jsonb_to_recordset(?::jsonb) AS m (tenant_id text, item_id text, name text, category text,
              price numeric, in_stock boolean, attributes jsonb)
            ORDER BY tenant_id, item_id
            ON CONFLICT DO NOTHING
            """;

    private static final String CHANGED_ITEMS =
            """
            UPDATE items i
            SET name = m.name, category = m.category, price = COALESCE(m.price, i.price),
              in_stock = COALESCE(m.in_stock, i.in_stock), attributes = COALESCE(m.attributes, i.attributes)
            FROM jsonb_to_recordset(?::jsonb) AS m (tenant_id text, item_id text, name text, category text,
              price numeric, in_stock boolean, attributes jsonb)
            WHERE (i.tenant_id, i.item_id) = (m.tenant_id, m.item_id)
              AND (i.name, i.category, i.price, i.in_stock, i.attributes) IS DISTINCT FROM
                (m.name, m.category, COALESCE(m.price, i.price), COALESCE(m.in_stock, i.in_stock),
                 COALESCE(m.attributes, i.attributes))
            """;

    private static final String NEW_COUPONS =
            """
            INSERT INTO coupons (tenant_id, coupon_id, name, discount_kind, discount, category, item_ids, valid_from,
              valid_until, withdrawn_at, attributes, min_severity, once_per_user, cool_down_days, budget)
            SELECT tenant_id, coupon_id, name, discount_kind, discount, category, COALESCE(item_ids, '{}'), valid_from,
              valid_until, withdrawn_at, COALESCE(attributes, '{}'), COALESCE(min_severity, 1),
              COALESCE(once_per_user, true), COALESCE(cool_down_days, 0), budget
            FROM jsonb_to_recordset(?::jsonb) AS m (tenant_id text, coupon_id text, name text, discount_kind text,
              discount numeric, category text, item_ids text[], valid_from timestamptz, valid_until timestamptz,
              withdrawn_at timestamptz, attributes jsonb, min_severity integer, once_per_user boolean,
              cool_down_days integer, budget integer)
            ORDER BY tenant_id, coupon_id
            ON CONFLICT DO NOTHING
            """;

    private static final String CHANGED_COUPONS =
            """
            UPDATE coupons c
            SET name = m.name, discount_kind = m.discount_kind, discount = m.discount,
              category = COALESCE(m.category, c.category), item_ids = COALESCE(m.item_ids, c.item_ids),
              valid_from = COALESCE(m.valid_from, c.valid_from), valid_until = COALESCE(m.valid_until, c.valid_until),
              withdrawn_at = COALESCE(m.withdrawn_at, c.withdrawn_at), attributes = COALESCE(m.attributes, c.attributes),
              min_severity = COALESCE(m.min_severity, c.min_severity),
              once_per_user = COALESCE(m.once_per_user, c.once_per_user),
              cool_down_days = COALESCE(m.cool_down_days, c.cool_down_days), budget = COALESCE(m.budget, c.budget)
            FROM jsonb_to_recordset(?::jsonb) AS m (tenant_id text, coupon_id text, name text, discount_kind text,
              discount numeric, category text, item_ids text[], valid_from timestamptz, valid_until timestamptz,
              withdrawn_at timestamptz, attributes jsonb, min_severity integer, once_per_user boolean,
              cool_down_days integer, budget integer)
            WHERE (c.tenant_id, c.coupon_id) = (m.tenant_id, m.coupon_id)
              AND (c.name, c.discount_kind, c.discount, c.category, c.item_ids, c.valid_from, c.valid_until,
                c.withdrawn_at, c.attributes, c.min_severity, c.once_per_user, c.cool_down_days, c.budget)
                IS DISTINCT FROM
                (m.name, m.discount_kind, m.discount, COALESCE(m.category, c.category), COALESCE(m.item_ids, c.item_ids),
                 COALESCE(m.valid_from, c.valid_from), COALESCE(m.valid_until, c.valid_until),
                 COALESCE(m.withdrawn_at, c.withdrawn_at), COALESCE(m.attributes, c.attributes),
                 COALESCE(m.min_severity, c.min_severity), COALESCE(m.once_per_user, c.once_per_user),
                 COALESCE(m.cool_down_days, c.cool_down_days), COALESCE(m.budget, c.budget))
            """;

    private static final String PENDING_ORDERS =
            """
            INSERT INTO pending_orders (tenant_id, order_id, message, received_at)
            SELECT m ->> 'tenant_id', m ->> 'order_id', m - 'received_at', (m ->> 'received_at')::timestamptz
            FROM jsonb_array_elements(?::jsonb) AS m
            ORDER BY 1, 2
            ON CONFLICT (tenant_id, order_id) DO UPDATE
            SET message = pending_orders.message || excluded.message, is_due = true
            """;

    private RegistrationTables() {}

    /**
     * Stores users, items or coupons, or puts orders on their way, which {@link PendingOrders} ends.
     *
     * @param messages a JSON array of messages with what they were received at, no two with one key
     * @return rows of users, items and coupons that were written
     */
    static long store(Transaction transaction, RegistrationKind kind, String messages) throws SQLException {
        return switch (kind) {
            case USER -> transaction.update(NEW_USERS, messages) + transaction.update(CHANGED_USERS, messages);
            case ITEM -> transaction.update(NEW_ITEMS, messages) + transaction.update(CHANGED_ITEMS, messages);
            case COUPON -> transaction.update(NEW_COUPONS, messages) + transaction.update(CHANGED_COUPONS, messages);
            case ORDER -> {
                transaction.update(PENDING_ORDERS, messages);
                yield 0;
            }
        };
    }
}
