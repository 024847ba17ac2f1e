package dev.tandem.etl.orders;

import static dev.tandem.core.schema.Columns.CHANGE_NUMBER;
import static dev.tandem.core.schema.Columns.ORDERED_AT;
import static dev.tandem.core.schema.Columns.ORDER_ID;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.USER_ID;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.schema.PostgresTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.etl.changes.ChangeSpan;
import dev.tandem.etl.changes.Departures;
import dev.tandem.runtime.postgres.SqlQuery;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The questions to PostgreSQL for orders with their lines: one row a line, and one row with null {@code line_number} and
 * {@code item_id} for an order that has none.
 */
final class OrderQueries {
    private static final String LINES = "SELECT %s FROM %s LEFT JOIN %s USING (%s, %s) WHERE %s = :tenant"
            .formatted(
                    String.join(", ", CassandraTables.ORDER_LINES_BY_USER.columnNames()),
                    PostgresTables.ORDERS.name(),
                    PostgresTables.ORDER_LINES.name(),
                    TENANT_ID,
                    ORDER_ID,
                    TENANT_ID);
    private static final String CHANGED_WITHIN = " AND %1$s >= :from AND %1$s < :until".formatted(CHANGE_NUMBER);
    private static final String ORDERED_WITHIN = " AND %1$s >= :from AND %1$s < :until".formatted(ORDERED_AT);

    /* A departed order is one without a line, at the user whom it had. */
    private static final String DEPARTED = CassandraTables.ORDER_LINES_BY_USER.columnNames().stream()
            .map(column -> List.of(TENANT_ID, USER_ID, ORDER_ID).contains(column) ? column : "NULL")
            .collect(Collectors.joining(", "));

    private OrderQueries() {}

    /** All orders as they are now, those included that are newer than any mark: a full copy lacks nothing. */
    static SqlQuery all(TenantId tenant) {
        return SqlQuery.of(LINES).with("tenant", tenant.value());
    }

    /**
     * Orders that were written, they or one of their lines, within a span of changes; and those that were deleted or went
     * to another buyer meanwhile, without a line, at the buyer whom they had.
     */
    static SqlQuery changed(TenantId tenant, ChangeSpan span) {
        return SqlQuery.of(LINES + CHANGED_WITHIN)
                .with("tenant", tenant.value())
                .with("from", span.from())
                .with("until", span.until())
                .unionAll(Departures.within(span, tenant, Departures.Kind.ORDER, DEPARTED));
    }

    /** Orders that were placed within an interval. */
    static SqlQuery placed(TenantId tenant, DataInterval interval) {
        return SqlQuery.of(LINES + ORDERED_WITHIN)
                .with("tenant", tenant.value())
                .with("from", interval.start())
                .with("until", interval.end());
    }
}
