package dev.tandem.streaming.query;

import static dev.tandem.core.schema.Columns.HOLDER;
import static dev.tandem.core.schema.Columns.QUERY;

import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.runtime.cassandra.SharedSession;
import java.time.Duration;
import java.util.Objects;

/**
 * The right to run a query, which one process has at a time: a row in Cassandra that fades unless its holder renews it, so
 * that a process that died holds nobody up for longer than {@link #LIFETIME}.
 */
final class QueryLease {
    /** How long a lease holds that is not renewed. */
    static final Duration LIFETIME = Duration.ofSeconds(10);

    private final SharedSession cassandra;
    private final String query;
    private final String holder;

    QueryLease(SharedSession cassandra, String query, String holder) {
        this.cassandra = cassandra;
        this.query = query;
        this.holder = holder;
    }

    /** Takes the lease or renews it; false if another process has it. */
    boolean hold() {
        String table = cassandra.qualified(CassandraTables.QUERY_LEASES);
        Row taken = decide(
                "INSERT INTO %s (%s, %s) VALUES (?, ?) IF NOT EXISTS USING TTL %d"
                        .formatted(table, QUERY, HOLDER, LIFETIME.toSeconds()),
                query,
                holder);
        if (taken.getBoolean("[applied]")) {
            return true;
        }
        return holder.equals(taken.getString(HOLDER))
                && decide(
                                "UPDATE %s USING TTL %d SET %s = ? WHERE %s = ? IF %s = ?"
                                        .formatted(table, LIFETIME.toSeconds(), HOLDER, QUERY, HOLDER),
                                holder,
                                query,
                                holder)
                        .getBoolean("[applied]");
    }

    /** Gives the lease back, if it is still there. */
    void release() {
        decide(
                "DELETE FROM %s WHERE %s = ? IF %s = ?"
                        .formatted(cassandra.qualified(CassandraTables.QUERY_LEASES), QUERY, HOLDER),
                query,
                holder);
    }

    private Row decide(String cql, Object... values) {
        return Objects.requireNonNull(
                cassandra.session().execute(cassandra.prepare(cql).bind(values)).one());
    }
}
