package dev.tandem.etl.catalog;

import dev.tandem.core.shop.TenantId;
import dev.tandem.etl.changes.ChangeSpan;
import dev.tandem.etl.changes.Departures;
import dev.tandem.etl.changes.Outcome;
import dev.tandem.etl.changes.SyncMarks;
import dev.tandem.etl.changes.TableSync;
import dev.tandem.etl.changes.WantedRows;
import dev.tandem.runtime.job.JobContext;
import dev.tandem.runtime.job.JobReport;
import dev.tandem.runtime.job.JobRunner;
import dev.tandem.runtime.postgres.PostgresDatabase;
import java.util.function.Supplier;

/**
 * Copies a tenant, its users, items and live coupons, and which of the items are out of stock, from PostgreSQL to
 * Cassandra, writing only what differs.
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
        TableSync sync = new TableSync(context, config.job(), config.limits());
        Outcome tenants = step(context, "tenants", () -> sync.applyTo(CatalogQueries.tenant(tenant)));
        Outcome users = step(context, "users", () -> apply(sync, CatalogQueries.users(tenant, span), tenant, span));
        Outcome items = step(context, "items", () -> apply(sync, CatalogQueries.items(tenant, span), tenant, span));
        Outcome coupons = step(
                context,
                "live coupons",
                () -> sync.applyTo(
                        CatalogQueries.liveCoupons(tenant, config.interval().end())));
        Outcome outOfStock = step(context, "items out of stock", () -> sync.applyTo(CatalogQueries.outOfStock(tenant)));
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
                .count("coupons_live", coupons.wanted())
                .count("coupons_written", coupons.written())
                .count("coupons_deleted", coupons.deleted())
                .count("items_out_of_stock", outOfStock.wanted())
                .count(
                        "written",
                        tenants.plus(users)
                                .plus(items)
                                .plus(coupons)
                                .plus(outOfStock)
                                .written());
    }

    private static Outcome apply(TableSync sync, WantedRows wanted, TenantId tenant, ChangeSpan span) {
        return span.isWhole() ? sync.applyToAll(wanted, tenant) : sync.applyTo(wanted);
    }

    private static Outcome step(JobContext context, String what, Supplier<Outcome> work) {
        return context.step("sync " + what, work).reconciled(ID, what);
    }
}
