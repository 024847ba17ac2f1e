package dev.tandem.local.services.contract;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.servererrors.AlreadyExistsException;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.schema.ContractFiles;
import dev.tandem.core.schema.ContractFiles.CassandraScript;
import dev.tandem.core.settings.CassandraSettings;
import dev.tandem.local.services.server.CassandraServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The contract of Cassandra: a keyspace and, in it, the numbered scripts, each statement of which is applied once. */
public final class CassandraContract {
    /** What was applied already; the applier's own table and no part of the contract. */
    public static final String VERSIONS_TABLE = "schema_versions";

    private static final Duration STATEMENT_PATIENCE = Duration.ofMinutes(1);

    private CassandraContract() {}

    /** Makes the keyspace of a local server if it is not there and applies what it lacks. */
    public static void apply(CassandraServer server, String keyspace) {
        try (CqlSession session = session(server)) {
            apply(session, keyspace);
        } catch (DriverException e) {
            throw failed(keyspace, e);
        }
    }

    /** Makes the keyspace, with one replica, if it is not there and applies what it lacks. */
    public static void apply(CassandraSettings settings) {
        try (CqlSession session = session(settings)) {
            apply(session, settings.keyspace());
        } catch (DriverException e) {
            throw failed(settings.keyspace(), e);
        }
    }

    private static void apply(CqlSession session, String keyspace) {
        session.execute("CREATE KEYSPACE IF NOT EXISTS " + keyspace
                + " WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}");
        session.execute("USE " + keyspace);
        session.execute("CREATE TABLE IF NOT EXISTS " + VERSIONS_TABLE
                + " (script text, statement int, PRIMARY KEY (script, statement))");
        for (CassandraScript script : ContractFiles.cassandraScripts()) {
            apply(session, script);
        }
    }

    private static TandemException failed(String keyspace, DriverException e) {
        return new TandemException(
                FailureKind.DEPENDENCY,
                "The contract cannot be applied to keyspace %s: %s".formatted(keyspace, e.getMessage()),
                e);
    }

    /** A session with the server, for statements that may take their time. */
    public static CqlSession session(CassandraServer server) {
        return patientSession()
                .addContactPoint(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()))
                .withLocalDatacenter(CassandraServer.DATACENTER)
                .build();
    }

    private static CqlSession session(CassandraSettings settings) {
        CqlSessionBuilder builder = patientSession().withLocalDatacenter(settings.localDatacenter());
        settings.contactPoints()
                .forEach(point ->
                        builder.addContactPoint(new InetSocketAddress(point.getHostString(), point.getPort())));
        if (!settings.user().isEmpty()) {
            builder.withAuthCredentials(settings.user(), settings.password().reveal());
        }
        return builder.build();
    }

    private static CqlSessionBuilder patientSession() {
        return CqlSession.builder()
                .withConfigLoader(DriverConfigLoader.programmaticBuilder()
                        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, STATEMENT_PATIENCE)
                        .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, STATEMENT_PATIENCE)
                        .withDuration(DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT, STATEMENT_PATIENCE)
                        .withBoolean(DefaultDriverOption.REQUEST_WARN_IF_SET_KEYSPACE, false)
                        // Else the driver reads the schema anew, a second late, after each statement that changes it.
                        .withBoolean(DefaultDriverOption.METADATA_SCHEMA_ENABLED, false)
                        .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_QUIET_PERIOD, 0)
                        .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD, 0)
                        .build());
    }

    private static void apply(CqlSession session, CassandraScript script) {
        Set<Integer> applied = new HashSet<>();
        session.execute("SELECT statement FROM " + VERSIONS_TABLE + " WHERE script = ?", script.version())
                .forEach(row -> applied.add(row.getInt("statement")));
        List<String> statements = script.statements();
        for (int number = 0; number < statements.size(); number++) {
            if (!applied.contains(number)) {
                execute(session, statements.get(number));
                session.execute(
                        "INSERT INTO " + VERSIONS_TABLE + " (script, statement) VALUES (?, ?)",
                        script.version(),
                        number);
            }
        }
    }

    private static void execute(CqlSession session, String statement) {
        try {
            session.execute(statement);
        } catch (AlreadyExistsException e) {
            // An applier was ended between this statement and its record: what it was to make is there.
            return;
        }
    }
}
