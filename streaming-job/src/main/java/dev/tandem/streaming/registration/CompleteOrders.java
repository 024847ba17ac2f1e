package dev.tandem.streaming.registration;

import dev.tandem.runtime.postgres.PostgresWriter.Transaction;
import java.sql.SQLException;

/**
 * The pending orders that miss nothing. There are some only inside of the transaction that finds it out and stores them, so
 * that each statement means the same ones.
 */
final class CompleteOrders {
    private static final String COMPLETE = "NOT p.is_due AND p.missing_user IS NULL AND p.missing_items = '{}'";

    private static final String NEW =
            """
            INSERT INTO orders (tenant_id, order_id, user_id, ordered_at, kind, cancelled_at)
            SELECT p.tenant_id, p.order_id, m.user_id, COALESCE(m.ordered_at, p.received_at), COALESCE(m.kind, 'sale'),
              m.cancelled_at
            FROM pending_orders p, jsonb_to_record(p.message) AS m
              (user_id text, ordered_at timestamptz, kind text, cancelled_at timestamptz)
            WHERE %s
            ORDER BY p.tenant_id, p.order_id
            ON CONFLICT DO NOTHING
            """
                    .formatted(COMPLETE);

    private static final String CHANGED =
            """
            UPDATE orders o
            SET user_id = COALESCE(m.user_id, o.user_id), ordered_at = COALESCE(m.ordered_at, o.ordered_at),
              kind = COALESCE(m.kind, o.kind), cancelled_at = COALESCE(m.cancelled_at, o.cancelled_at)
            FROM pending_orders p, jsonb_to_record(p.message) AS m
              (user_id text, ordered_at timestamptz, kind text, cancelled_at timestamptz)
            WHERE %s AND (o.tenant_id, o.order_id) = (p.tenant_id, p.order_id)
              AND (o.user_id, o.ordered_at, o.kind, o.cancelled_at) IS DISTINCT FROM
                (COALESCE(m.user_id, o.user_id), COALESCE(m.ordered_at, o.ordered_at), COALESCE(m.kind, o.kind),
                 COALESCE(m.cancelled_at, o.cancelled_at))
            """
                    .formatted(COMPLETE);

    private static final String LINES_GONE =
            """
            DELETE FROM order_lines s USING pending_orders p
            WHERE %s AND (s.tenant_id, s.order_id) = (p.tenant_id, p.order_id)
              AND NOT EXISTS (
                SELECT FROM jsonb_to_recordset(p.message -> 'lines') AS l (line_number integer)
                WHERE l.line_number = s.line_number)
            """
                    .formatted(COMPLETE);

    /** A line without a price keeps the one that it has, or else has the item's. */
    private static final String LINES =
            """
            INSERT INTO order_lines (tenant_id, order_id, line_number, item_id, quantity, unit_price)
            SELECT p.tenant_id, p.order_id, l.line_number, l.item_id, l.quantity,
              COALESCE(l.unit_price, s.unit_price, i.price, 0)
            FROM pending_orders p
            CROSS JOIN LATERAL jsonb_to_recordset(p.message -> 'lines') AS l
              (line_number integer, item_id text, quantity integer, unit_price numeric)
            LEFT JOIN items i ON (i.tenant_id, i.item_id) = (p.tenant_id, l.item_id)
            LEFT JOIN order_lines s ON (s.tenant_id, s.order_id, s.line_number, s.item_id) =
              (p.tenant_id, p.order_id, l.line_number, l.item_id)
            WHERE %s
            ON CONFLICT (tenant_id, order_id, line_number) DO UPDATE
            SET item_id = excluded.item_id, quantity = excluded.quantity, unit_price = excluded.unit_price
            WHERE (order_lines.item_id, order_lines.quantity, order_lines.unit_price) IS DISTINCT FROM
              (excluded.item_id, excluded.quantity, excluded.unit_price)
            """
                    .formatted(COMPLETE);

    private static final String GONE = "DELETE FROM pending_orders p WHERE " + COMPLETE;

    private CompleteOrders() {}

    /** Moves them to where orders are, and tells how many rows that wrote. */
    static long move(Transaction transaction) throws SQLException {
        long written = transaction.update(NEW)
                + transaction.update(CHANGED)
                + transaction.update(LINES_GONE)
                + transaction.update(LINES);
        transaction.update(GONE);
        return written;
    }
}
