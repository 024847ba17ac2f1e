package dev.tandem.etl.changes;

import static dev.tandem.core.schema.Columns.CHANGE_NUMBER;
import static dev.tandem.core.schema.Columns.KIND;
import static dev.tandem.core.schema.Columns.TENANT_ID;

import dev.tandem.core.schema.PostgresTables;
import dev.tandem.core.schema.Table;
import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.postgres.PostgresDatabase;
import dev.tandem.runtime.postgres.SqlQuery;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

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
     * The slices of a table that something left within a span of changes, named without a row as {@link WantedRows} has it.
     *
     * @param sliceKey the columns that name a slice; the log has them
     * @param condition what else holds of a departure, as SQL
     */
    public static SqlQuery from(
            Table table, List<String> sliceKey, Kind kind, String condition, TenantId tenant, ChangeSpan span) {
        String columns = table.columnNames().stream()
                .map(column -> sliceKey.contains(column) ? column : "NULL")
                .collect(Collectors.joining(", "));
        String sql =
                "SELECT %s, false FROM %s WHERE %s = :tenant AND %s = :kind AND %5$s >= :from AND %5$s < :until AND %6$s";
        return SqlQuery.of(sql.formatted(
                        columns, PostgresTables.DEPARTURES.name(), TENANT_ID, KIND, CHANGE_NUMBER, condition))
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
