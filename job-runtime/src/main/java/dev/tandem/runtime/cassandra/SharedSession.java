package dev.tandem.runtime.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.spark.connector.cql.CassandraConnector;
import dev.tandem.core.schema.Table;
import dev.tandem.core.settings.CassandraSettings;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

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

    /** The insert of a row: a value for each column, in the table's order. */
    public PreparedStatement insert(Table table) {
        return insert(table, table.columnNames());
    }

    /** The insert of some columns of a row, the key's among them: a value for each, in their order. */
    public PreparedStatement insert(Table table, List<String> columns) {
        String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
        return prepare(
                "INSERT INTO %s (%s) VALUES (%s)".formatted(qualified(table), String.join(", ", columns), places));
    }

    /** The read of columns by the full partition key, of as many rows as there are. */
    public PreparedStatement select(Table table, List<String> columns) {
        return prepare(
                "SELECT %s FROM %s WHERE %s".formatted(String.join(", ", columns), qualified(table), byKey(table)));
    }

    /** The read of columns by the full partition key, of the first rows in the table's order. */
    public PreparedStatement select(Table table, List<String> columns, int limit) {
        return prepare("SELECT %s FROM %s WHERE %s LIMIT %d"
                .formatted(String.join(", ", columns), qualified(table), byKey(table), limit));
    }

    private static String byKey(Table table) {
        return table.partitionKey().stream().map(column -> column + " = ?").collect(Collectors.joining(" AND "));
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
