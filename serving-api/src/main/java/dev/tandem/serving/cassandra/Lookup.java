package dev.tandem.serving.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The read of single rows by their full partition key. Its statement is prepared once, when it is first needed. */
public final class Lookup {
    private final CassandraClient client;
    private final String cql;
    private volatile @Nullable PreparedStatement prepared;

    Lookup(CassandraClient client, String keyspace, Table table, List<String> columns) {
        this.client = client;
        this.cql = "SELECT %s FROM %s.%s WHERE %s"
                .formatted(
                        String.join(", ", columns),
                        keyspace,
                        table.name(),
                        table.partitionKey().stream()
                                .map(column -> column + " = ?")
                                .collect(Collectors.joining(" AND ")));
    }

    /**
     * The row of a key; its values stand in the order of the lookup's columns.
     *
     * @param key the values of the partition key, in the table's order
     */
    public CompletionStage<Optional<Row>> find(Object... key) {
        return client.read(session -> statement(session)
                .thenCompose(statement -> session.executeAsync(statement.bind(key)))
                .thenApply(rows -> Optional.ofNullable(rows.one())));
    }

    private CompletionStage<PreparedStatement> statement(CqlSession session) {
        PreparedStatement known = prepared;
        return known != null
                ? CompletableFuture.completedStage(known)
                : session.prepareAsync(cql).thenApply(this::remember);
    }

    private PreparedStatement remember(PreparedStatement statement) {
        prepared = statement;
        return statement;
    }
}
