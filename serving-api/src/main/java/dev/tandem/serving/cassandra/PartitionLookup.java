package dev.tandem.serving.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The read of the first rows of a partition, by its key and bounded in number. */
public final class PartitionLookup {
    private final CassandraClient client;
    private final PreparedCql read;

    PartitionLookup(
            CassandraClient client, Table table, List<String> columns, int limit, ConsistencyLevel consistency) {
        this.client = client;
        this.read = PreparedCql.read(client.keyspace(), table, columns, limit, consistency);
    }

    /**
     * What is in the rows of a key, in the table's order.
     *
     * @param value what is wanted of a row, if anything; its columns stand in the order of the lookup's
     * @param key the values of the partition key, in the table's order
     */
    public <T> CompletionStage<List<T>> find(Function<Row, Optional<T>> value, Object... key) {
        return client.read(
                session -> read.execute(session, key).thenCompose(page -> collect(page, value, new ArrayList<>())));
    }

    private static <T> CompletionStage<List<T>> collect(
            AsyncResultSet page, Function<Row, Optional<T>> value, List<T> found) {
        page.currentPage().forEach(row -> value.apply(row).ifPresent(found::add));
        return page.hasMorePages()
                ? page.fetchNextPage().thenCompose(next -> collect(next, value, found))
                : CompletableFuture.completedStage(found);
    }
}
