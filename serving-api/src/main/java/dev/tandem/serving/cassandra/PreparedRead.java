package dev.tandem.serving.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import dev.tandem.core.schema.Table;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The read of a partition by its key. Its statement is prepared once, when it is first needed. */
final class PreparedRead {
    private final String cql;
    private volatile @Nullable PreparedStatement prepared;

    PreparedRead(String keyspace, Table table, List<String> columns, int limit) {
        this.cql = "SELECT %s FROM %s.%s WHERE %s LIMIT %d"
                .formatted(
                        String.join(", ", columns),
                        keyspace,
                        table.name(),
                        table.partitionKey().stream()
                                .map(column -> column + " = ?")
                                .collect(Collectors.joining(" AND ")),
                        limit);
    }

    CompletionStage<AsyncResultSet> execute(CqlSession session, Object... key) {
        PreparedStatement known = prepared;
        return known != null
                ? session.executeAsync(known.bind(key))
                : prepare(session).thenCompose(statement -> session.executeAsync(statement.bind(key)));
    }

    private CompletionStage<PreparedStatement> prepare(CqlSession session) {
        CompletableFuture<PreparedStatement> preparing =
                session.prepareAsync(cql).toCompletableFuture();
        return preparing.whenComplete((statement, failure) -> {
            if (failure == null) {
                prepared = statement;
            }
        });
    }
}
