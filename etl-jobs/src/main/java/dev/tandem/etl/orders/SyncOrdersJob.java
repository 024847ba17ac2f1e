package dev.tandem.etl.orders;

import dev.tandem.etl.changes.ChangeSpan;
import dev.tandem.etl.changes.Departures;
import dev.tandem.etl.changes.Outcome;
import dev.tandem.etl.changes.SyncMarks;
import dev.tandem.etl.changes.SyncMode;
import dev.tandem.etl.changes.TableSync;
import dev.tandem.runtime.job.JobContext;
import dev.tandem.runtime.job.JobReport;
import dev.tandem.runtime.job.JobRunner;
import dev.tandem.runtime.postgres.PostgresDatabase;

/**
 * Copies a tenant's orders and lines from PostgreSQL to Cassandra. The order is the unit of change: a changed order's
 * lines are compared with what Cassandra has of it, and only what differs is written or deleted. What left, such as a
 * deleted order, is followed by PostgreSQL's log of departures.
 */
public final class SyncOrdersJob {
    static final String ID = "sync-orders";

    private SyncOrdersJob() {}

    public static void main(String[] args) {
        JobRunner.main(ID, args, new SyncOrdersOptions(), SyncOrdersJob::run);
    }

    /** One run for one tenant. */
    public static JobReport run(JobContext context, SyncOrdersConfig config) {
        PostgresDatabase postgres = new PostgresDatabase(config.job().postgres());
        SyncMarks marks = new SyncMarks(postgres, ID);
        ChangeSpan span = marks.next(context.tenant(), config.mode());
        TableSync sync = new TableSync(context, config.job(), config.limits());
        Outcome ofUsers =
                context.step("sync lines of users", () -> apply(sync, OrderQueries.OF_USERS, context, config, span));
        Outcome anonymous =
                context.step("sync anonymous lines", () -> apply(sync, OrderQueries.ANONYMOUS, context, config, span));
        Outcome done = ofUsers.plus(anonymous).reconciled(ID, "order lines");
        if (config.mode() != SyncMode.INTERVAL) {
            context.step("move mark", () -> {
                marks.move(context.tenant(), span, context.startedAt());
                Departures.trim(postgres, context.tenant(), Departures.Kind.ORDER, span);
            });
        }
        return context.report(config.interval())
                .count("lines_in_postgres", done.wanted())
                .count("lines_in_cassandra", done.there())
                .count("inserted", done.inserted())
                .count("updated", done.updated())
                .count("deleted", done.deleted())
                .count("written", done.written());
    }

    private static Outcome apply(
            TableSync sync, OrderQueries orders, JobContext context, SyncOrdersConfig config, ChangeSpan span) {
        if (config.mode() == SyncMode.INTERVAL) {
            return sync.applyTo(orders.placed(context.tenant(), config.interval()));
        }
        return span.isWhole()
                ? sync.applyToAll(orders.all(context.tenant()), context.tenant())
                : sync.applyTo(orders.changed(context.tenant(), span));
    }
}
