package dev.tandem.serving.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import dev.tandem.core.schema.Table;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A statement that is prepared once, when it is first needed. */
final class PreparedCql {
    private final String cql;
    private final ConsistencyLevel consistency;
    private volatile @Nullable PreparedStatement prepared;

    private PreparedCql(String cql, ConsistencyLevel consistency) {
        this.cql = cql;
        this.consistency = consistency;
    }

    /** The read of a partition's first rows by its key. */
    static PreparedCql read(
            String keyspace, Table table, List<String> columns, int limit, ConsistencyLevel consistency) {
        return new PreparedCql(
                "SELECT %s FROM %s.%s WHERE %s LIMIT %d"
                        .formatted(
                                String.join(", ", columns),
                                keyspace,
                                table.name(),
                                table.partitionKey().stream()
                                        .map(column -> column + " = ?")
                                        .collect(Collectors.joining(" AND ")),
                                limit),
                consistency);
    }

    /** The write of columns of a row, then of its time in microseconds. */
    static PreparedCql write(String keyspace, Table table, List<String> columns) {
        return new PreparedCql(
                "INSERT INTO %s.%s (%s) VALUES (%s) USING TIMESTAMP ?"
                        .formatted(
                                keyspace,
                                table.name(),
                                String.join(", ", columns),
                                String.join(", ", Collections.nCopies(columns.size(), "?"))),
                ConsistencyLevel.LOCAL_QUORUM);
    }

    CompletionStage<AsyncResultSet> execute(CqlSession session, Object... values) {
        PreparedStatement known = prepared;
        return known != null
                ? session.executeAsync(bound(known, values))
                : prepare(session).thenCompose(statement -> session.executeAsync(bound(statement, values)));
    }

    private BoundStatement bound(PreparedStatement statement, Object... values) {
        return statement.bind(values).setConsistencyLevel(consistency);
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
