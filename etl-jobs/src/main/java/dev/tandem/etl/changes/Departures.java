package dev.tandem.etl.changes;

import static dev.tandem.core.schema.Columns.CHANGE_NUMBER;
import static dev.tandem.core.schema.Columns.KIND;
import static dev.tandem.core.schema.Columns.TENANT_ID;

import dev.tandem.core.schema.PostgresTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.postgres.PostgresDatabase;
import dev.tandem.runtime.postgres.SqlQuery;
import java.util.List;
import java.util.Locale;

/** PostgreSQL's log of what left without a row to show for it. Each kind is followed by one job, which also trims it. */
public final class Departures {
    private static final String TRIM = "DELETE FROM %s WHERE %s = ? AND %s = ? AND %s < ?"
            .formatted(PostgresTables.DEPARTURES.name(), TENANT_ID, KIND, CHANGE_NUMBER);

    private Departures() {}

    /** What left. */
    public enum Kind {
        /** An order that was deleted, or that is no longer its former buyer's. */
        ORDER,
        USER,
        ITEM;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The departures of one kind within a span of changes.
     *
     * @param columns what is selected, as SQL
     */
    public static SqlQuery within(ChangeSpan span, TenantId tenant, Kind kind, String columns) {
        String sql = "SELECT %s FROM %s WHERE %s = :tenant AND %s = :kind AND %5$s >= :from AND %5$s < :until";
        return SqlQuery.of(sql.formatted(columns, PostgresTables.DEPARTURES.name(), TENANT_ID, KIND, CHANGE_NUMBER))
                .with("tenant", tenant.value())
                .with("kind", kind.word())
                .with("from", span.from())
                .with("until", span.until());
    }

    /** Removes from the log what the job that follows this kind has taken over. */
    public static void trim(PostgresDatabase postgres, TenantId tenant, Kind kind, ChangeSpan takenOver) {
        postgres.update(TRIM, List.<Object>of(tenant.value(), kind.word(), takenOver.until()));
    }
}
