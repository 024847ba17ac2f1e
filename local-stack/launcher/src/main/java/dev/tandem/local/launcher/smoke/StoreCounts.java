package dev.tandem.local.launcher.smoke;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.schema.Columns;
import dev.tandem.core.schema.PostgresTables;
import dev.tandem.core.schema.Table;
import dev.tandem.core.shop.TenantId;
import dev.tandem.local.launcher.stack.StackSettings;
import dev.tandem.local.services.contract.CassandraContract;
import dev.tandem.local.services.server.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** How many rows of a tenant either store has. It reads whole tables, which a small shop allows. */
public final class StoreCounts implements AutoCloseable {
    private final Connection postgres;
    private final CqlSession cassandra;
    private final TenantId tenant;

    private StoreCounts(Connection postgres, CqlSession cassandra, TenantId tenant) {
        this.postgres = postgres;
        this.cassandra = cassandra;
        this.tenant = tenant;
    }

    /** Connects to the stores of a stack. */
    public static StoreCounts open(StackSettings settings, TenantId tenant) {
        try {
            Connection postgres =
                    DriverManager.getConnection(settings.postgres().url(StackSettings.STORE), PostgresServer.USER, "");
            CqlSession cassandra = CassandraContract.session(settings.cassandra());
            cassandra.execute("USE " + StackSettings.STORE);
            return new StoreCounts(postgres, cassandra, tenant);
        } catch (SQLException | DriverException e) {
            throw new TandemException(
                    FailureKind.DEPENDENCY,
                    "The stores do not answer (%s); start the stack with ./tandem up or ./tandem demo"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    /** Whether Cassandra has what PostgreSQL has. */
    public List<Expectation> expectations() {
        return List.of(
                equal("users", PostgresTables.USERS, CassandraTables.USERS),
                equal("items", PostgresTables.ITEMS, CassandraTables.ITEMS),
                equal(
                        "order lines",
                        PostgresTables.ORDER_LINES,
                        CassandraTables.ORDER_LINES_BY_USER,
                        CassandraTables.ANONYMOUS_ORDER_LINES_BY_ORDER));
    }

    /** A user with many orders; fails where there is none. */
    public String busiestUser() {
        String query = "SELECT %1$s FROM %2$s WHERE %3$s = ? AND %1$s IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1"
                .formatted(Columns.USER_ID, PostgresTables.ORDERS.name(), Columns.TENANT_ID);
        try (PreparedStatement statement = postgres.prepareStatement(query + " LIMIT 1")) {
            statement.setString(1, tenant.value());
            try (ResultSet user = statement.executeQuery()) {
                if (user.next()) {
                    return user.getString(1);
                }
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
        throw new TandemException(
                FailureKind.INPUT, "Tenant " + tenant + " has no orders; ./tandem demo makes a shop, or import one");
    }

    private Expectation equal(String what, Table inPostgres, Table... inCassandra) {
        long expected = countInPostgres(inPostgres);
        long found = 0;
        for (Table table : inCassandra) {
            found += countInCassandra(table);
        }
        return new Expectation(
                "all " + what + " arrived",
                expected == found && expected > 0,
                "%,d in PostgreSQL, %,d in Cassandra".formatted(expected, found));
    }

    private long countInPostgres(Table table) {
        String query = "SELECT count(*) FROM %s WHERE %s = ?".formatted(table.name(), Columns.TENANT_ID);
        try (PreparedStatement statement = postgres.prepareStatement(query)) {
            statement.setString(1, tenant.value());
            try (ResultSet count = statement.executeQuery()) {
                count.next();
                return count.getLong(1);
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private long countInCassandra(Table table) {
        long count = 0;
        for (Row row : cassandra.execute("SELECT " + Columns.TENANT_ID + " FROM " + table.name())) {
            if (tenant.value().equals(row.getString(0))) {
                count++;
            }
        }
        return count;
    }

    private static TandemException unreadable(SQLException e) {
        return new TandemException(FailureKind.DEPENDENCY, "PostgreSQL cannot be read: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        cassandra.close();
        try {
            postgres.close();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }
}
