package dev.tandem.etl.bench;

import static dev.tandem.core.schema.CassandraTables.ANONYMOUS_ORDER_LINES_BY_ORDER;
import static dev.tandem.core.schema.CassandraTables.ORDER_LINES_BY_USER;

import com.datastax.oss.driver.api.core.CqlSession;
import dev.tandem.core.schema.ContractFiles;
import dev.tandem.core.schema.Table;
import dev.tandem.core.settings.CassandraSettings;
import dev.tandem.runtime.cassandra.CassandraAccess;
import java.util.List;

/** A keyspace of its own with the two tables of order lines, as the contract has them. */
final class BenchKeyspace implements AutoCloseable {
    private static final List<Table> TABLES = List.of(ORDER_LINES_BY_USER, ANONYMOUS_ORDER_LINES_BY_ORDER);

    private final CqlSession session;
    private final String keyspace;

    private BenchKeyspace(CqlSession session, String keyspace) {
        this.session = session;
        this.keyspace = keyspace;
    }

    static BenchKeyspace open(CassandraSettings settings) {
        BenchKeyspace made =
                new BenchKeyspace(new CassandraAccess(settings).connector().openSession(), settings.keyspace());
        made.session.execute("CREATE KEYSPACE IF NOT EXISTS " + settings.keyspace()
                + " WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}");
        for (Table table : TABLES) {
            made.session.execute(statement(table)
                    .replace("CREATE TABLE ", "CREATE TABLE IF NOT EXISTS " + settings.keyspace() + "."));
        }
        return made;
    }

    void empty() {
        TABLES.forEach(table -> session.execute("TRUNCATE " + keyspace + "." + table.name()));
    }

    private static String statement(Table table) {
        return ContractFiles.cassandraScripts().stream()
                .flatMap(script -> script.statements().stream())
                .filter(statement -> statement.startsWith("CREATE TABLE " + table.name() + " "))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        session.execute("DROP KEYSPACE " + keyspace);
        session.close();
    }
}
