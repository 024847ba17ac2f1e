package dev.tandem.etl.catalog;

import static dev.tandem.core.schema.CassandraTables.ITEMS;
import static dev.tandem.core.schema.CassandraTables.LIVE_COUPONS_BY_TENANT;
import static dev.tandem.core.schema.CassandraTables.OUT_OF_STOCK_ITEMS;
import static dev.tandem.core.schema.CassandraTables.TENANTS;
import static dev.tandem.core.schema.CassandraTables.USERS;
import static dev.tandem.core.schema.Columns.CHANGE_NUMBER;
import static dev.tandem.core.schema.Columns.IN_STOCK;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.VALID_UNTIL;
import static dev.tandem.core.schema.Columns.WITHDRAWN_AT;

import dev.tandem.core.schema.PostgresTables;
import dev.tandem.core.schema.Table;
import dev.tandem.core.shop.TenantId;
import dev.tandem.etl.changes.ChangeSpan;
import dev.tandem.etl.changes.Departures;
import dev.tandem.etl.changes.WantedRows;
import dev.tandem.runtime.postgres.SqlQuery;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The questions to PostgreSQL for the catalogue. */
final class CatalogQueries {
    private CatalogQueries() {}

    /** The tenant's own row, which has no change number and is compared every time. */
    static WantedRows tenant(TenantId tenant) {
        return rows(TENANTS, select(TENANTS, PostgresTables.TENANTS, "true", tenant));
    }

    /** The tenant's users: all of them, or those that changed or went within the span. */
    static WantedRows users(TenantId tenant, ChangeSpan span) {
        return changed(USERS, PostgresTables.USERS, Departures.Kind.USER, tenant, span);
    }

    /** The tenant's items: all of them, or those that changed or went within the span. */
    static WantedRows items(TenantId tenant, ChangeSpan span) {
        return changed(ITEMS, PostgresTables.ITEMS, Departures.Kind.ITEM, tenant, span);
    }

    /**
     * The coupons that are neither withdrawn nor expired at a time; those included that become valid only later. All of
     * them every time: one expires without being written.
     */
    static WantedRows liveCoupons(TenantId tenant, Instant at) {
        String isLive = "%s IS NULL AND (%s IS NULL OR %2$s > :at)".formatted(WITHDRAWN_AT, VALID_UNTIL);
        return whole(LIVE_COUPONS_BY_TENANT, PostgresTables.COUPONS, isLive, tenant, at);
    }

    /** The items that are out of stock, few and all of them every time. */
    static WantedRows outOfStock(TenantId tenant) {
        return whole(OUT_OF_STOCK_ITEMS, PostgresTables.ITEMS, "NOT " + IN_STOCK, tenant, Instant.EPOCH);
    }

    private static WantedRows changed(
            Table table, Table source, Departures.Kind kind, TenantId tenant, ChangeSpan span) {
        if (span.isWhole()) {
            return rows(table, select(table, source, "true", tenant));
        }
        String isWithin = "%1$s >= :from AND %1$s < :until".formatted(CHANGE_NUMBER);
        return rows(
                table,
                select(table, source, isWithin, tenant)
                        .with("from", span.from())
                        .with("until", span.until())
                        .unionAll(Departures.from(table, table.partitionKey(), kind, "true", tenant, span)));
    }

    /** The tenant's whole partition of a table, which is named even where it should be empty. */
    private static WantedRows whole(Table table, Table source, String condition, TenantId tenant, Instant at) {
        String nothing = table.columnNames().stream()
                .map(column -> column.equals(TENANT_ID) ? column : "NULL")
                .collect(Collectors.joining(", "));
        SqlQuery name = SqlQuery.of("SELECT %s, false FROM %s WHERE %s = :tenant"
                .formatted(nothing, PostgresTables.TENANTS.name(), TENANT_ID));
        return rows(
                table, select(table, source, condition, tenant).with("at", at).unionAll(name));
    }

    private static SqlQuery select(Table table, Table source, String condition, TenantId tenant) {
        return SqlQuery.of("SELECT %s, true AS %s FROM %s WHERE %s = :tenant AND %s"
                        .formatted(
                                String.join(", ", table.columnNames()),
                                WantedRows.IS_PRESENT,
                                source.name(),
                                TENANT_ID,
                                condition))
                .with("tenant", tenant.value());
    }

    private static WantedRows rows(Table table, SqlQuery query) {
        return new WantedRows(table, query, List.copyOf(table.partitionKey()));
    }
}
