package dev.tandem.etl.catalog;

import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.etl.changes.ChangeSpan;
import dev.tandem.etl.changes.Departures;
import dev.tandem.etl.changes.SyncMarks;
import dev.tandem.etl.changes.TableSync;
import dev.tandem.runtime.job.JobContext;
import dev.tandem.runtime.job.JobReport;
import dev.tandem.runtime.job.JobRunner;
import dev.tandem.runtime.postgres.PostgresDatabase;

/**
 * Copies a tenant, its users and its items from PostgreSQL to Cassandra, writing only what differs.
 */
public final class SyncCatalogJob {
    static final String ID = "sync-catalog";

    private SyncCatalogJob() {}

    public static void main(String[] args) {
        JobRunner.main(ID, args, new SyncCatalogOptions(), SyncCatalogJob::run);
    }

    static JobReport run(JobContext context, SyncCatalogConfig config) {
        TenantId tenant = context.tenant();
        PostgresDatabase postgres = new PostgresDatabase(config.job().postgres());
        SyncMarks marks = new SyncMarks(postgres, ID);
        ChangeSpan span = marks.next(tenant, config.mode());
        CatalogTables tables = new CatalogTables(context.spark(), config.job());
        TableSync.Outcome tenants = context.step("sync tenant", () -> tables.syncTenant(tenant));
        TableSync.Outcome users = context.step(
                "sync users", () -> tables.sync(CassandraTables.USERS, Departures.Kind.USER, tenant, span));
        TableSync.Outcome items = context.step(
                "sync items", () -> tables.sync(CassandraTables.ITEMS, Departures.Kind.ITEM, tenant, span));
        context.step("move mark", () -> {
            marks.move(tenant, span, context.startedAt());
            Departures.trim(postgres, tenant, Departures.Kind.USER, span);
            Departures.trim(postgres, tenant, Departures.Kind.ITEM, span);
        });
        return context.report(config.interval())
                .count("tenants_written", tenants.written())
                .count("users_read", users.wanted())
                .count("users_written", users.written())
                .count("users_deleted", users.deleted())
                .count("items_read", items.wanted())
                .count("items_written", items.written())
                .count("items_deleted", items.deleted())
                .count("written", tenants.plus(users).plus(items).written());
    }
}
