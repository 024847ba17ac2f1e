package dev.tandem.etl.orders;

import static dev.tandem.core.schema.Columns.ORDER_ID;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.shop.TenantId;
import dev.tandem.etl.changes.ChangeSpan;
import dev.tandem.etl.changes.Departures;
import dev.tandem.etl.changes.SyncMarks;
import dev.tandem.etl.changes.SyncMode;
import dev.tandem.etl.changes.TableSync;
import dev.tandem.runtime.job.JobContext;
import dev.tandem.runtime.job.JobReport;
import dev.tandem.runtime.job.JobRunner;
import dev.tandem.runtime.postgres.PostgresDatabase;
import dev.tandem.runtime.postgres.PostgresSource;
import dev.tandem.runtime.postgres.SqlQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Copies a tenant's orders and lines from PostgreSQL to Cassandra. The order is the unit of change: a changed order's
 * lines are compared with what Cassandra has of it, and only what differs is written or deleted.
 * What left, such as a deleted order, is followed by PostgreSQL's log of departures.
 */
public final class SyncOrdersJob {
    static final String ID = "sync-orders";

    private SyncOrdersJob() {}

    public static void main(String[] args) {
        JobRunner.main(ID, args, new SyncOrdersOptions(), SyncOrdersJob::run);
    }

    static JobReport run(JobContext context, SyncOrdersConfig config) {
        PostgresDatabase postgres = new PostgresDatabase(config.job().postgres());
        SyncMarks marks = new SyncMarks(postgres, ID);
        ChangeSpan span = marks.next(context.tenant(), config.mode());
        boolean whole = config.mode() != SyncMode.INTERVAL && span.isWhole();
        OrderTables tables = new OrderTables(context.spark(), config.job().cassandra());
        Dataset<Row> orders = new PostgresSource(context.spark(), config.job().postgres())
                .read(query(context.tenant(), config, span), ORDER_ID, config.readers())
                .persist(StorageLevel.MEMORY_AND_DISK());
        try {
            context.step("read orders", orders::count);
            OrderTables.Lines current = whole ? tables.read(context.tenant()) : tables.find(orders);
            TableSync.Outcome done = context.step("write lines", () -> tables.write(orders, current));
            long there = context.step("count in Cassandra", current::count);
            check(done.wanted(), there);
            if (config.mode() != SyncMode.INTERVAL) {
                context.step("move mark", () -> {
                    marks.move(context.tenant(), span, context.startedAt());
                    Departures.trim(postgres, context.tenant(), Departures.Kind.ORDER, span);
                });
            }
            return context.report(config.interval())
                    .count("lines_in_postgres", done.wanted())
                    .count("lines_in_cassandra", there)
                    .count("inserted", done.inserted())
                    .count("updated", done.updated())
                    .count("deleted", done.deleted())
                    .count("written", done.written());
        } finally {
            orders.unpersist();
        }
    }

    private static SqlQuery query(TenantId tenant, SyncOrdersConfig config, ChangeSpan span) {
        return switch (config.mode()) {
            case INTERVAL -> OrderQueries.placed(tenant, config.interval());
            case FULL -> OrderQueries.all(tenant);
            case INCREMENTAL -> span.isWhole() ? OrderQueries.all(tenant) : OrderQueries.changed(tenant, span);
        };
    }

    private static void check(long wanted, long there) {
        if (wanted != there) {
            throw new TandemException(
                    FailureKind.INTERNAL,
                    ("Cassandra holds %d lines where PostgreSQL has %d; the mark stays. Run %s with --mode=full, and see"
                                    + " that no other run of it is under way")
                            .formatted(there, wanted, ID));
        }
    }
}
