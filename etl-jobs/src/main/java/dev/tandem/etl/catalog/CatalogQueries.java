package dev.tandem.etl.catalog;

import static dev.tandem.core.schema.Columns.CHANGE_NUMBER;
import static dev.tandem.core.schema.Columns.TENANT_ID;

import dev.tandem.core.schema.Table;
import dev.tandem.core.shop.TenantId;
import dev.tandem.etl.changes.ChangeSpan;
import dev.tandem.etl.changes.Departures;
import dev.tandem.runtime.postgres.SqlQuery;

/** The questions to PostgreSQL for the catalogue; its tables have the names and columns of Cassandra's. */
final class CatalogQueries {
    private CatalogQueries() {}

    /** All rows of a tenant. */
    static SqlQuery all(Table table, TenantId tenant) {
        return SqlQuery.of(select(table)).with("tenant", tenant.value());
    }

    /** The rows of a tenant that were written within a span of changes. */
    static SqlQuery changed(Table table, TenantId tenant, ChangeSpan span) {
        return SqlQuery.of(select(table) + " AND %1$s >= :from AND %1$s < :until".formatted(CHANGE_NUMBER))
                .with("tenant", tenant.value())
                .with("from", span.from())
                .with("until", span.until());
    }

    /** The keys of rows of a tenant that were deleted within a span of changes. */
    static SqlQuery departed(Table table, TenantId tenant, Departures.Kind kind, ChangeSpan span) {
        return Departures.within(span, tenant, kind, String.join(", ", table.partitionKey()));
    }

    private static String select(Table table) {
        return "SELECT %s FROM %s WHERE %s = :tenant"
                .formatted(String.join(", ", table.columnNames()), table.name(), TENANT_ID);
    }
}
