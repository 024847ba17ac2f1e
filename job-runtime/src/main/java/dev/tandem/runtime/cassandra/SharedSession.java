package dev.tandem.runtime.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.spark.connector.cql.CassandraConnector;
import dev.tandem.core.schema.Table;
import dev.tandem.core.settings.CassandraSettings;
import java.io.Serializable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One session to Cassandra for all tasks of a process, with its prepared statements, for as long as the process lives: a
 * stream's batches are too short to open connections for.
 */
public final class SharedSession implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final Map<String, Opened> OPENED = new ConcurrentHashMap<>();

    private final CassandraConnector connector;
    private final String keyspace;
    private final String address;

    /** What a process has opened. */
    private record Opened(CqlSession session, Map<String, PreparedStatement> statements) {}

    /** The way to a session, for a task to take with it. */
    public SharedSession(CassandraSettings settings) {
        this.connector = new CassandraAccess(settings).connector();
        this.keyspace = settings.keyspace();
        this.address = settings.contactPoints() + "/" + settings.user();
    }

    /** The session; opened by the first who asks. */
    public CqlSession session() {
        return opened().session();
    }

    /** A statement, prepared by the first who asks for it. */
    public PreparedStatement prepare(String cql) {
        Opened opened = opened();
        return opened.statements().computeIfAbsent(cql, text -> opened.session().prepare(text));
    }

    /** A table's name with its keyspace, for CQL. */
    public String qualified(Table table) {
        return keyspace + "." + table.name();
    }

    /** The keyspace of Tandem's tables. */
    public String keyspace() {
        return keyspace;
    }

    private Opened opened() {
        return OPENED.computeIfAbsent(
                address, ignored -> new Opened(connector.openSession(), new ConcurrentHashMap<>()));
    }
}
