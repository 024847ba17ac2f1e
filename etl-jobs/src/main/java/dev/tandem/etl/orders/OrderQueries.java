package dev.tandem.etl.orders;

import static dev.tandem.core.schema.CassandraTables.ANONYMOUS_ORDER_LINES_BY_ORDER;
import static dev.tandem.core.schema.CassandraTables.ORDER_LINES_BY_USER;
import static dev.tandem.core.schema.Columns.CHANGE_NUMBER;
import static dev.tandem.core.schema.Columns.LINE_NUMBER;
import static dev.tandem.core.schema.Columns.ORDERED_AT;
import static dev.tandem.core.schema.Columns.ORDER_ID;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.USER_ID;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.schema.PostgresTables;
import dev.tandem.core.schema.Table;
import dev.tandem.core.shop.TenantId;
import dev.tandem.etl.changes.ChangeSpan;
import dev.tandem.etl.changes.Departures;
import dev.tandem.etl.changes.WantedRows;
import dev.tandem.runtime.postgres.SqlQuery;
import java.util.List;

/**
 * The questions to PostgreSQL for orders with their lines, the orders of signed-in buyers or of anonymous ones. A slice is
 * an order; one without a line names its slice only.
 */
public enum OrderQueries {
    OF_USERS(ORDER_LINES_BY_USER, List.of(TENANT_ID, USER_ID, ORDER_ID), USER_ID + " IS NOT NULL"),
    ANONYMOUS(ANONYMOUS_ORDER_LINES_BY_ORDER, List.of(TENANT_ID, ORDER_ID), USER_ID + " IS NULL");

    private static final String CHANGED_WITHIN = " AND %1$s >= :from AND %1$s < :until".formatted(CHANGE_NUMBER);
    private static final String ORDERED_WITHIN = " AND %1$s >= :from AND %1$s < :until".formatted(ORDERED_AT);

    @SuppressWarnings("ImmutableEnumChecker") // its lists cannot be changed
    private final Table table;

    @SuppressWarnings("ImmutableEnumChecker") // nor this one
    private final List<String> sliceKey;

    private final String condition;
    private final String select;

    OrderQueries(Table table, List<String> sliceKey, String condition) {
        this.table = table;
        this.sliceKey = sliceKey;
        this.condition = condition;
        this.select =
                "SELECT %s, %s IS NOT NULL AS %s FROM %s LEFT JOIN %s USING (%s, %s) WHERE %6$s = :tenant AND %8$s"
                        .formatted(
                                String.join(", ", table.columnNames()),
                                LINE_NUMBER,
                                WantedRows.IS_PRESENT,
                                PostgresTables.ORDERS.name(),
                                PostgresTables.ORDER_LINES.name(),
                                TENANT_ID,
                                ORDER_ID,
                                condition);
    }

    /** All orders as they are now, those included that are newer than any mark: a full copy lacks nothing. */
    public WantedRows all(TenantId tenant) {
        return rows(SqlQuery.of(select).with("tenant", tenant.value()));
    }

    /**
     * Orders that were written, they or one of their lines, within a span of changes; and those that were deleted or went
     * to another buyer meanwhile, without a line, at the buyer whom they had.
     */
    public WantedRows changed(TenantId tenant, ChangeSpan span) {
        return rows(SqlQuery.of(select + CHANGED_WITHIN)
                .with("tenant", tenant.value())
                .with("from", span.from())
                .with("until", span.until())
                .unionAll(Departures.from(table, sliceKey, Departures.Kind.ORDER, condition, tenant, span)));
    }

    /** Orders that were placed within an interval. */
    public WantedRows placed(TenantId tenant, DataInterval interval) {
        return rows(SqlQuery.of(select + ORDERED_WITHIN)
                .with("tenant", tenant.value())
                .with("from", interval.start())
                .with("until", interval.end()));
    }

    private WantedRows rows(SqlQuery query) {
        return new WantedRows(table, query, sliceKey);
    }
}
