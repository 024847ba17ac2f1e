package dev.tandem.etl.changes;

import static dev.tandem.core.schema.Columns.CHANGE_NUMBER;
import static dev.tandem.core.schema.Columns.JOB;
import static dev.tandem.core.schema.Columns.SYNCED_AT;
import static dev.tandem.core.schema.Columns.TENANT_ID;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.schema.PostgresTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.postgres.PostgresDatabase;
import java.time.Instant;
import java.util.List;

/** How far one job has followed the changes of each tenant; kept in PostgreSQL beside what it tells about. */
public final class SyncMarks {
    /*
     * A transaction's number is not the order of its commit. Below a snapshot's xmin every transaction has ended, so the
     * rows from the last xmin up to this one are complete, and what commits later has a number that the next run takes.
     */
    private static final String XMIN = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint";
    private static final String SELECT = "SELECT %s FROM %s WHERE %s = ? AND %s = ?"
            .formatted(CHANGE_NUMBER, PostgresTables.SYNC_MARKS.name(), TENANT_ID, JOB);
    private static final String UPSERT =
            """
            INSERT INTO %1$s (%2$s, %3$s, %4$s, %5$s) VALUES (?, ?, ?, ?)
            ON CONFLICT (%2$s, %3$s) DO UPDATE SET %4$s = excluded.%4$s, %5$s = excluded.%5$s"""
                    .formatted(PostgresTables.SYNC_MARKS.name(), TENANT_ID, JOB, CHANGE_NUMBER, SYNCED_AT);

    private final PostgresDatabase postgres;
    private final String job;

    public SyncMarks(PostgresDatabase postgres, String job) {
        this.postgres = postgres;
        this.job = job;
    }

    /** The changes that this run is to take over: those since the mark, or all of them where the mode asks no mark. */
    public ChangeSpan next(TenantId tenant, SyncMode mode) {
        long until = postgres.query(XMIN, List.of(), row -> row.getLong(1)).get(0);
        if (mode != SyncMode.INCREMENTAL) {
            return new ChangeSpan(0, until);
        }
        long mark = postgres.query(SELECT, List.of(tenant.value(), job), row -> row.getLong(1)).stream()
                .findFirst()
                .orElse(0L);
        if (mark > until) {
            throw new TandemException(
                    FailureKind.CONFIGURATION,
                    ("The mark of %s for %s is %d, ahead of PostgreSQL's own count of transactions, %d: this database was"
                                    + " restored or replaced since the last run. Run %s once with --mode=full")
                            .formatted(job, tenant, mark, until, job));
        }
        return new ChangeSpan(mark, until);
    }

    /** Remembers that everything below the span's end has been taken over. */
    public void move(TenantId tenant, ChangeSpan span, Instant at) {
        postgres.update(UPSERT, List.<Object>of(tenant.value(), job, span.until(), at));
    }
}
