package dev.tandem.runtime.cassandra;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.spark.connector.cql.CassandraConnector;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.schema.Table;
import dev.tandem.core.settings.CassandraSettings;
import dev.tandem.runtime.spark.SparkSchemas;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Writes rows to tables of the contract in Cassandra by their full primary key, so that writing twice is harmless.
 *
 * <p>Rows are sorted by partition key first: rows of one partition then travel in one batch, which makes a write two to
 * three times faster. Where a partition has one row only there is nothing to gain, and rows are written as they come.
 */
public final class CassandraSink {
    private static final String CONCURRENT_WRITES = "64";
    /** A batch of one partition is one mutation to Cassandra, so this may be far above what it warns of elsewhere. */
    private static final String BATCH_BYTES = "16384";

    private final CassandraAccess access;

    public CassandraSink(CassandraSettings settings) {
        this.access = new CassandraAccess(settings);
    }

    /**
     * Writes rows over what is there; a null clears what the row had. Cost: one shuffle by partition key, none
     * where a partition is one row.
     *
     * @param rows at least the table's columns; further columns are dropped
     * @return the number of rows written
     */
    public long upsert(Dataset<Row> rows, Table table) {
        return write(rows, table, "false");
    }

    /**
     * Writes rows that are new; a null is not written at all. Other than {@link #upsert} this leaves no tombstone for a
     * column that never had a value, and clears none that had.
     *
     * @return the number of rows written
     */
    public long insert(Dataset<Row> rows, Table table) {
        return write(rows, table, "true");
    }

    /**
     * Deletes single rows by their full primary key.
     *
     * @param keys at least the table's key columns
     * @return the number of keys
     */
    public long delete(Dataset<Row> keys, Table table) {
        String where = key(table).stream().map(name -> name + " = ?").collect(Collectors.joining(" AND "));
        String cql = "DELETE FROM %s WHERE %s".formatted(access.qualified(table), where);
        CassandraConnector connector = access.connector();
        MapPartitionsFunction<Row, Long> deletePart =
                part -> List.of(delete(part, cql, connector)).iterator();
        return keys.select(keyColumns(table)).mapPartitions(deletePart, Encoders.LONG()).collectAsList().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static long delete(Iterator<Row> keys, String cql, CassandraConnector connector) {
        long deleted = 0;
        try (CqlSession session = connector.openSession()) {
            PreparedStatement statement = session.prepare(cql);
            InFlight inFlight = new InFlight(session);
            for (; keys.hasNext(); deleted++) {
                inFlight.send(statement.bind(
                        CollectionConverters.asJava(keys.next().toSeq()).toArray()));
            }
            inFlight.finish();
        }
        return deleted;
    }

    private long write(Dataset<Row> rows, Table table, String ignoreNulls) {
        SparkSchemas.check("What is to be written", rows.schema(), table);
        Observation counted = new Observation();
        Dataset<Row> columns =
                rows.select(table.columnNames().stream().map(name -> col(name)).toArray(Column[]::new));
        inOrderOfPartitions(columns, table)
                .observe(counted, count(lit(1)).as("rows"))
                .write()
                .format(CassandraAccess.FORMAT)
                .options(access.options(table))
                .option("spark.cassandra.output.concurrent.writes", CONCURRENT_WRITES)
                .option("spark.cassandra.output.batch.size.bytes", BATCH_BYTES)
                .option("spark.cassandra.output.ignoreNulls", ignoreNulls)
                .mode(SaveMode.Append)
                .save();
        return rows(counted);
    }

    private static Dataset<Row> inOrderOfPartitions(Dataset<Row> rows, Table table) {
        if (table.clusteringKey().isEmpty()) {
            return rows;
        }
        return rows.repartition(
                        table.partitionKey().stream().map(name -> col(name)).toArray(Column[]::new))
                .sortWithinPartitions(keyColumns(table));
    }

    private static long rows(Observation counted) {
        try {
            return (long) counted.getAsJava().getOrDefault("rows", 0L);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TandemException(FailureKind.INTERNAL, "Interrupted while rows were counted", e);
        }
    }

    private static List<String> key(Table table) {
        return Stream.concat(table.partitionKey().stream(), table.clusteringKey().stream())
                .toList();
    }

    private static Column[] keyColumns(Table table) {
        return key(table).stream().map(name -> col(name)).toArray(Column[]::new);
    }
}
