package dev.tandem.etl.catalog;

import static dev.tandem.core.schema.Columns.TENANT_ID;

import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.schema.Table;
import dev.tandem.core.shop.TenantId;
import dev.tandem.etl.changes.ChangeSpan;
import dev.tandem.etl.changes.Departures;
import dev.tandem.etl.changes.TableSync;
import dev.tandem.runtime.cassandra.CassandraSink;
import dev.tandem.runtime.cassandra.CassandraSource;
import dev.tandem.runtime.job.JobSettings;
import dev.tandem.runtime.postgres.PostgresSource;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** The catalogue in both databases. */
final class CatalogTables {
    private static final int READERS = 2;

    private final PostgresSource postgres;
    private final CassandraSource source;
    private final TableSync sync;

    CatalogTables(SparkSession spark, JobSettings settings) {
        this.postgres = new PostgresSource(spark, settings.postgres());
        this.source = new CassandraSource(spark, settings.cassandra());
        this.sync = new TableSync(new CassandraSink(settings.cassandra()));
    }

    /** Copies the tenant's own row, which has no change number and is compared every time. */
    TableSync.Outcome syncTenant(TenantId tenant) {
        Dataset<Row> wanted = postgres.read(CatalogQueries.all(CassandraTables.TENANTS, tenant), TENANT_ID, 1);
        return sync.apply(wanted, source.find(wanted, CassandraTables.TENANTS), CassandraTables.TENANTS);
    }

    /** Copies the rows of a table with {@code attributes} that changed or went within the span, or all of them. */
    TableSync.Outcome sync(Table table, Departures.Kind kind, TenantId tenant, ChangeSpan span) {
        String id = table.partitionKey().get(table.partitionKey().size() - 1);
        Dataset<Row> read = postgres.read(
                span.isWhole() ? CatalogQueries.all(table, tenant) : CatalogQueries.changed(table, tenant, span),
                id,
                READERS);
        Dataset<Row> wanted = Attributes.toMap(read).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            if (span.isWhole()) {
                return sync.apply(wanted, source.read(table, tenant), table);
            }
            Dataset<Row> departed = postgres.read(CatalogQueries.departed(table, tenant, kind, span), id, READERS);
            Dataset<Row> keys = wanted.select(TENANT_ID, id).union(departed);
            return sync.apply(wanted, source.find(keys, table), table);
        } finally {
            wanted.unpersist();
        }
    }
}
