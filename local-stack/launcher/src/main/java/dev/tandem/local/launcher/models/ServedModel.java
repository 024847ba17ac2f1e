package dev.tandem.local.launcher.models;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.schema.Columns;
import dev.tandem.core.settings.CassandraSettings;
import dev.tandem.core.shop.TenantId;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The row in Cassandra that says which of a tenant's models is served. */
final class ServedModel implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String FIND = "SELECT %s FROM %s WHERE %s = ?"
            .formatted(Columns.MODEL_VERSION, CassandraTables.ACTIVE_MODELS.name(), Columns.TENANT_ID);
    private static final String SET = "INSERT INTO %s (%s, %s, %s, %s) VALUES (?, ?, ?, ?)"
            .formatted(
                    CassandraTables.ACTIVE_MODELS.name(),
                    Columns.TENANT_ID,
                    Columns.MODEL_VERSION,
                    Columns.EVENTS_UNTIL,
                    Columns.PUBLISHED_AT);
    private static final String LIST = "SELECT %s FROM %s WHERE %s = ? AND %s = ? AND %1$s = ?"
            .formatted(
                    Columns.USER_ID,
                    CassandraTables.RECOMMENDATIONS_BY_USER.name(),
                    Columns.TENANT_ID,
                    Columns.MODEL_VERSION);

    private final CqlSession session;
    private final TenantId tenant;

    private ServedModel(CqlSession session, TenantId tenant) {
        this.session = session;
        this.tenant = tenant;
    }

    static ServedModel open(CassandraSettings settings, TenantId tenant) {
        CqlSessionBuilder builder = CqlSession.builder()
                .withLocalDatacenter(settings.localDatacenter())
                .withKeyspace(settings.keyspace());
        for (InetSocketAddress point : settings.contactPoints()) {
            builder.addContactPoint(new InetSocketAddress(point.getHostString(), point.getPort()));
        }
        if (!settings.user().isEmpty()) {
            builder.withAuthCredentials(settings.user(), settings.password().reveal());
        }
        try {
            return new ServedModel(builder.build(), tenant);
        } catch (DriverException e) {
            throw new TandemException(
                    FailureKind.DEPENDENCY,
                    "Cassandra at %s does not answer (%s); ./tandem up starts the local one, --cassandra.contact-points"
                                    .formatted(settings.contactPoints(), e.getMessage())
                            + " names another",
                    e);
        }
    }

    /** The version that is served; empty where none is. */
    Optional<String> version() {
        return execute(FIND, tenant.value()).stream()
                .map(row -> String.valueOf(row.getString(0)))
                .findFirst();
    }

    /** Whether any of these users has a list of a version. */
    boolean hasLists(String version, List<String> users) {
        return users.stream()
                .anyMatch(user -> !execute(LIST, tenant.value(), version, user).isEmpty());
    }

    /** Serves a model from {@code now} on. */
    void serve(Model model, Instant now) {
        execute(SET, tenant.value(), model.version(), model.eventsUntil(), now);
    }

    private List<Row> execute(String cql, Object... values) {
        try {
            return session.execute(SimpleStatement.newInstance(cql, values)
                            .setConsistencyLevel(DefaultConsistencyLevel.LOCAL_QUORUM)
                            .setTimeout(PATIENCE))
                    .all();
        } catch (DriverException e) {
            throw new TandemException(FailureKind.DEPENDENCY, "Cassandra failed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
