package dev.tandem.local.launcher.load;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.Row;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.schema.Columns;
import dev.tandem.core.schema.PostgresTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.local.launcher.stack.StackSettings;
import dev.tandem.local.services.contract.CassandraContract;
import dev.tandem.local.services.server.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the stores themselves say, past the API: who there is, which model is active, and what stands in a list. */
final class StoredLists implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StackSettings settings;
    private final CqlSession cassandra;
    private final TenantId tenant;

    private StoredLists(StackSettings settings, CqlSession cassandra, TenantId tenant) {
        this.settings = settings;
        this.cassandra = cassandra;
        this.tenant = tenant;
    }

    static StoredLists open(StackSettings settings, TenantId tenant) {
        try {
            CqlSession cassandra = CassandraContract.session(settings.cassandra());
            cassandra.execute("USE " + StackSettings.STORE);
            return new StoredLists(settings, cassandra, tenant);
        } catch (DriverException e) {
            throw new TandemException(
                    FailureKind.DEPENDENCY, "Cassandra does not answer; start the stack with ./tandem up", e);
        }
    }

    /**
     * A list as it is stored.
     *
     * @param items as they are sent
     * @param eventsUntil as answers write it
     * @param generatedAt as answers write it
     */
    record StoredList(JsonNode items, String eventsUntil, String generatedAt) {}

    /** The first users by id, or an INPUT failure where there is none. */
    List<String> users(int limit) {
        String query = "SELECT %1$s FROM %2$s WHERE %3$s = ? ORDER BY 1 LIMIT %4$d"
                .formatted(Columns.USER_ID, PostgresTables.USERS.name(), Columns.TENANT_ID, limit);
        List<String> users = new ArrayList<>();
        try (Connection postgres = DriverManager.getConnection(
                        settings.postgres().url(StackSettings.STORE), PostgresServer.USER, "");
                PreparedStatement statement = postgres.prepareStatement(query)) {
            statement.setString(1, tenant.value());
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    users.add(found.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new TandemException(FailureKind.DEPENDENCY, "PostgreSQL cannot be read: " + e.getMessage(), e);
        }
        if (users.isEmpty()) {
            throw new TandemException(
                    FailureKind.INPUT, "Tenant " + tenant + " has no users; ./tandem demo makes a shop, or import one");
        }
        return users;
    }

    /** The active version; empty where there is none, or Cassandra does not say so now. */
    Optional<String> activeVersion() {
        try {
            return Optional.ofNullable(cassandra
                            .execute(
                                    "SELECT %s FROM %s WHERE %s = ?"
                                            .formatted(
                                                    Columns.MODEL_VERSION,
                                                    CassandraTables.ACTIVE_MODELS.name(),
                                                    Columns.TENANT_ID),
                                    tenant.value())
                            .one())
                    .map(row -> row.getString(0));
        } catch (DriverException e) {
            return Optional.empty();
        }
    }

    /** A version's list for a user; empty where there is none. */
    Optional<StoredList> find(String version, String user) {
        Row row = cassandra
                .execute(
                        "SELECT %s, %s, %s FROM %s WHERE %s = ? AND %s = ? AND %s = ?"
                                .formatted(
                                        Columns.ITEMS,
                                        Columns.EVENTS_UNTIL,
                                        Columns.GENERATED_AT,
                                        CassandraTables.RECOMMENDATIONS_BY_USER.name(),
                                        Columns.TENANT_ID,
                                        Columns.MODEL_VERSION,
                                        Columns.USER_ID),
                        tenant.value(),
                        version,
                        user)
                .one();
        return Optional.ofNullable(row)
                .map(found -> new StoredList(
                        items(String.valueOf(found.getString(0))),
                        String.valueOf(found.getInstant(1)),
                        String.valueOf(found.getInstant(2))));
    }

    @Override
    public void close() {
        cassandra.close();
    }

    private static JsonNode items(String stored) {
        try {
            return JSON.readTree("[" + stored + "]");
        } catch (JsonProcessingException e) {
            throw new TandemException(FailureKind.INTERNAL, "A stored list is not JSON", e);
        }
    }
}
