package dev.tandem.serving.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The read of single rows by their full partition key. */
public final class Lookup {
    private final CassandraClient client;
    private final PreparedCql read;

    Lookup(CassandraClient client, Table table, List<String> columns) {
        this.client = client;
        this.read = PreparedCql.read(client.keyspace(), table, columns, 1, ConsistencyLevel.LOCAL_ONE);
    }

    /**
     * The row of a key; its values stand in the order of the lookup's columns.
     *
     * @param key the values of the partition key, in the table's order
     */
    public CompletionStage<Optional<Row>> find(Object... key) {
        return client.read(session -> read.execute(session, key).thenApply(rows -> Optional.ofNullable(rows.one())));
    }
}
