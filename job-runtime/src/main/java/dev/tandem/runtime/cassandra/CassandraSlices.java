package dev.tandem.runtime.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchStatementBuilder;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.Statement;
import com.datastax.spark.connector.cql.CassandraConnector;
import dev.tandem.core.schema.Column;
import dev.tandem.core.schema.Table;
import dev.tandem.core.schema.TableRow;
import dev.tandem.core.settings.CassandraSettings;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table of the contract inside a Spark task, by slices: all rows under the leading columns of its key, within one
 * partition. Requests do not wait; rows of a slice are written in unlogged batches, each one mutation to Cassandra.
 */
public final class CassandraSlices implements AutoCloseable {
    /** As in {@link CassandraSink}: far below what Cassandra refuses, and where greater ones gain nothing. */
    private static final int BATCH_BYTES = 16_384;

    private final CqlSession session;
    private final Table table;
    private final boolean isPartition;
    private final PreparedStatement select;
    private final PreparedStatement count;
    private final PreparedStatement countPartition;
    private final PreparedStatement insert;
    private final PreparedStatement delete;

    private CassandraSlices(CqlSession session, String name, Table table, List<String> sliceKey) {
        this.session = session;
        this.table = table;
        String columns = String.join(", ", table.columnNames());
        String places = table.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
        this.isPartition = sliceKey.size() == table.partitionKey().size();
        String within = isPartition ? equal(sliceKey) : equalAndIn(sliceKey);
        this.select = session.prepare("SELECT %s FROM %s WHERE %s".formatted(columns, name, within));
        this.count = session.prepare("SELECT count(*) FROM %s WHERE %s".formatted(name, within));
        this.countPartition =
                session.prepare("SELECT count(*) FROM %s WHERE %s".formatted(name, equal(table.partitionKey())));
        this.insert = session.prepare("INSERT INTO %s (%s) VALUES (%s)".formatted(name, columns, places));
        this.delete = session.prepare("DELETE FROM %s WHERE %s".formatted(name, equal(table.primaryKey())));
    }

    /** The way to a table's slices, for a task to take with it. */
    public record Access(CassandraConnector connector, String name, Table table, List<String> sliceKey)
            implements Serializable {
        /**
         * The way to a table.
         *
         * @param sliceKey the leading columns of the table's key that name a slice: its partition key, or one column more
         */
        public static Access to(CassandraSettings settings, Table table, List<String> sliceKey) {
            CassandraAccess access = new CassandraAccess(settings);
            return new Access(access.connector(), access.qualified(table), table, sliceKey);
        }

        /** Opens the table; the session behind it is shared by all tasks of a process. */
        public CassandraSlices open() {
            return new CassandraSlices(connector.openSession(), name, table, sliceKey);
        }
    }

    /**
     * The rows that slices have, at the consistency that sees every acknowledged write.
     *
     * @param slices of one partition, by their keys
     */
    public CompletionStage<List<TableRow>> read(List<List<Object>> slices) {
        List<TableRow> rows = new ArrayList<>();
        return session.executeAsync(bind(select, slices)).thenCompose(page -> collect(page, rows));
    }

    /** How many rows slices have, counted where they are; otherwise as {@link #read}. */
    public CompletionStage<Long> count(List<List<Object>> slices) {
        return number(bind(count, slices));
    }

    /** How many rows a partition has, counted where they are. */
    public CompletionStage<Long> countPartition(List<Object> key) {
        return number(consistent(countPartition.bind(key.toArray())));
    }

    /** Writes rows that are new; a null is not written at all, so that it leaves no tombstone. */
    public CompletionStage<?> insert(List<TableRow> rows) {
        return execute(bind(rows, Nulls.UNWRITTEN));
    }

    /** Writes rows over what is there; a null clears what the row had. */
    public CompletionStage<?> update(List<TableRow> rows) {
        return execute(bind(rows, Nulls.CLEARED));
    }

    /** Deletes rows by their full primary key, of which each list is one. */
    public CompletionStage<?> delete(List<List<Object>> keys) {
        return execute(keys.stream().map(key -> delete.bind(key.toArray())).toList());
    }

    @Override
    public void close() {
        session.close();
    }

    private CompletionStage<Long> number(BoundStatement question) {
        return session.executeAsync(question)
                .thenApply(page -> Objects.requireNonNull(page.one()).getLong(0));
    }

    private BoundStatement bind(PreparedStatement question, List<List<Object>> slices) {
        List<Object> first = slices.get(0);
        if (isPartition) {
            return consistent(question.bind(first.toArray()));
        }
        int last = first.size() - 1;
        List<Object> values = new ArrayList<>(first.subList(0, last));
        values.add(slices.stream().map(slice -> slice.get(last)).toList());
        return consistent(question.bind(values.toArray()));
    }

    private enum Nulls {
        UNWRITTEN,
        CLEARED
    }

    private List<BoundStatement> bind(List<TableRow> rows, Nulls nulls) {
        List<BoundStatement> statements = new ArrayList<>(rows.size());
        for (TableRow row : rows) {
            statements.add(bindRow(row, nulls));
        }
        return statements;
    }

    private BoundStatement bindRow(TableRow row, Nulls nulls) {
        BoundStatementBuilder statement = insert.boundStatementBuilder();
        for (int i = 0; i < row.size(); i++) {
            Object value = row.value(i);
            if (value == null || isEmpty(value)) {
                statement = nulls == Nulls.CLEARED ? statement.setToNull(i) : statement;
            } else {
                statement = set(statement, i, value);
            }
        }
        return statement.build();
    }

    @SuppressWarnings("unchecked") // collections of the contract are of text
    private static BoundStatementBuilder set(BoundStatementBuilder statement, int index, Object value) {
        if (value instanceof Map<?, ?> map) {
            return statement.setMap(index, (Map<String, String>) map, String.class, String.class);
        }
        if (value instanceof Set<?> set) {
            return statement.setSet(index, (Set<String>) set, String.class);
        }
        return statement.set(index, value, (Class<Object>) value.getClass());
    }

    private static boolean isEmpty(Object value) {
        return (value instanceof Map<?, ?> map && map.isEmpty())
                || (value instanceof Collection<?> collection && collection.isEmpty());
    }

    private CompletionStage<?> execute(List<BoundStatement> statements) {
        List<CompletableFuture<AsyncResultSet>> running = batches(statements).stream()
                .map(statement -> session.executeAsync(statement).toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(running.toArray(CompletableFuture[]::new));
    }

    private List<Statement<?>> batches(List<BoundStatement> statements) {
        if (statements.size() == 1) {
            return List.of(consistent(statements.get(0)));
        }
        List<Statement<?>> batches = new ArrayList<>();
        BatchStatementBuilder batch = BatchStatement.builder(BatchType.UNLOGGED);
        int bytes = 0;
        for (BoundStatement statement : statements) {
            int size = bytes(statement);
            if (bytes > 0 && bytes + size > BATCH_BYTES) {
                batches.add(consistent(batch.build()));
                batch = BatchStatement.builder(BatchType.UNLOGGED);
                bytes = 0;
            }
            batch.addStatement(statement);
            bytes += size;
        }
        if (bytes > 0) {
            batches.add(consistent(batch.build()));
        }
        return batches;
    }

    /** The values' size; what is around them in a message does not matter for where to cut. */
    private static int bytes(BoundStatement statement) {
        return statement.getValues().stream()
                .mapToInt(value -> value == null ? 0 : value.remaining())
                .sum();
    }

    /** Every statement here says what is to be, not what is to be added, so that repeating one is harmless. */
    private static <S extends Statement<S>> S consistent(S statement) {
        return statement
                .setConsistencyLevel(DefaultConsistencyLevel.LOCAL_QUORUM)
                .setIdempotent(true);
    }

    private CompletionStage<List<TableRow>> collect(AsyncResultSet page, List<TableRow> rows) {
        page.currentPage().forEach(row -> rows.add(values(row)));
        return page.hasMorePages()
                ? page.fetchNextPage().thenCompose(next -> collect(next, rows))
                : CompletableFuture.completedFuture(rows);
    }

    private TableRow values(Row row) {
        TableRow.Builder values = TableRow.builder(table.columns().size());
        for (int i = 0; i < table.columns().size(); i++) {
            values.add(value(row, i, table.columns().get(i)));
        }
        return values.build();
    }

    private static @Nullable Object value(Row row, int index, Column column) {
        return switch (column.type()) {
            case TEXT -> row.getString(index);
            case INTEGER -> row.get(index, Integer.class);
            case LONG -> row.get(index, Long.class);
            case DECIMAL -> row.getBigDecimal(index);
            case BOOLEAN -> row.get(index, Boolean.class);
            case TIMESTAMP -> row.getInstant(index);
            case TEXT_MAP -> row.getMap(index, String.class, String.class);
            case BYTES -> row.getByteBuffer(index);
            case TEXT_SET -> row.getSet(index, String.class);
        };
    }

    private static String equalAndIn(List<String> columns) {
        int last = columns.size() - 1;
        return equal(columns.subList(0, last)) + " AND " + columns.get(last) + " IN ?";
    }

    private static String equal(List<String> columns) {
        return columns.stream().map(column -> column + " = ?").collect(Collectors.joining(" AND "));
    }
}
