package dev.tandem.runtime.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.spark.connector.cql.CassandraConnector;
import dev.tandem.core.schema.Table;
import dev.tandem.core.settings.CassandraSettings;
import dev.tandem.runtime.spark.SparkSchemas;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Writes the rows of several tables that have the same columns in one pass over them, so that what makes them need not be
 * done, or kept, once for each table. Rows are written as they come, with the driver; none is held back.
 */
public final class CassandraFanOut {
    /** The column that says which table a row belongs to, by its name. */
    public static final String TABLE = "table";

    private static final String WRITTEN = "written";
    private static final StructType COUNTS =
            new StructType().add(TABLE, DataTypes.StringType, false).add(WRITTEN, DataTypes.LongType, false);

    private final CassandraAccess access;

    public CassandraFanOut(CassandraSettings settings) {
        this.access = new CassandraAccess(settings);
    }

    /**
     * Writes rows over what is there.
     *
     * @param rows {@link #TABLE} and the columns of the tables, none of them null
     * @param tables one or more, with the same columns
     * @return the number of rows written to each table, by name; 0 is not left out
     */
    public Map<String, Long> upsert(Dataset<Row> rows, List<Table> tables) {
        Map<String, String> inserts = new HashMap<>();
        Map<String, Long> written = new HashMap<>();
        for (Table table : tables) {
            SparkSchemas.check("What is to be written", rows.schema(), table);
            inserts.put(table.name(), insert(table));
            written.put(table.name(), 0L);
        }
        List<String> columns = tables.get(0).columnNames();
        CassandraConnector connector = access.connector();
        MapPartitionsFunction<Row, Row> writePart = part -> write(part, columns, inserts, connector);
        for (Row count : rows.mapPartitions(writePart, Encoders.row(COUNTS)).collectAsList()) {
            written.merge(count.getString(0), count.getLong(1), Long::sum);
        }
        return written;
    }

    private String insert(Table table) {
        return "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(
                        access.qualified(table),
                        String.join(", ", table.columnNames()),
                        table.columnNames().stream().map(name -> "?").collect(Collectors.joining(", ")));
    }

    private static Iterator<Row> write(
            Iterator<Row> rows, List<String> columns, Map<String, String> inserts, CassandraConnector connector) {
        Map<String, Long> written = new HashMap<>();
        try (CqlSession session = connector.openSession()) {
            Map<String, PreparedStatement> prepared = new HashMap<>();
            inserts.forEach((table, insert) -> prepared.put(table, session.prepare(insert)));
            InFlight inFlight = new InFlight(session);
            while (rows.hasNext()) {
                Row row = rows.next();
                String table = row.getAs(TABLE);
                PreparedStatement statement = prepared.get(table);
                if (statement == null) {
                    throw new IllegalArgumentException(
                            "A row is for table %s; tables: %s".formatted(table, prepared.keySet()));
                }
                inFlight.send(statement.bind(values(row, columns)));
                written.merge(table, 1L, Long::sum);
            }
            inFlight.finish();
        }
        return written.entrySet().stream()
                .map(count -> RowFactory.create(count.getKey(), count.getValue()))
                .iterator();
    }

    private static Object[] values(Row row, List<String> columns) {
        return columns.stream()
                .map(column -> row.getAs(column))
                .map(value -> value instanceof Timestamp time ? time.toInstant() : value)
                .toArray();
    }
}
