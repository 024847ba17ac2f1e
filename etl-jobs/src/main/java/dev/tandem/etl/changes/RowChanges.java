package dev.tandem.etl.changes;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.tandem.core.schema.Table;
import dev.tandem.runtime.spark.SparkSchemas;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import scala.jdk.javaapi.CollectionConverters;

/** What must happen to a Cassandra table for it to hold the rows that it should. */
public final class RowChanges {
    /** The column that {@link #between} adds: one of {@link #INSERT}, {@link #UPDATE}, {@link #DELETE}, {@link #SAME}. */
    public static final String CHANGE = "change";

    public static final String INSERT = "insert";
    public static final String UPDATE = "update";
    public static final String DELETE = "delete";
    public static final String SAME = "same";

    private static final String WANTED = "wanted";
    private static final String CURRENT = "current";

    private RowChanges() {}

    /**
     * Compares two states of a table by its full primary key.
     *
     * <p>Values are the same when Cassandra cannot tell them apart: timestamps to the millisecond, decimals whatever their
     * scale, an empty map or set and none. Cost: one full outer join on the key.
     *
     * @param wanted the rows that should be there, unique by key, with the table's columns
     * @param current the rows that are there, with the table's columns
     * @return every key of either side once, with the wanted values (null where the row is to go) and {@link #CHANGE}
     */
    public static Dataset<Row> between(Dataset<Row> wanted, Dataset<Row> current, Table table) {
        SparkSchemas.check("What is wanted", wanted.schema(), table);
        SparkSchemas.check("What is there", current.schema(), table);
        List<String> keys = Stream.concat(table.partitionKey().stream(), table.clusteringKey().stream())
                .toList();
        List<dev.tandem.core.schema.Column> values = table.columns().stream()
                .filter(column -> !keys.contains(column.name()))
                .toList();
        Column stored = struct(values.stream().map(RowChanges::comparable).toArray(Column[]::new));
        Dataset<Row> left =
                wanted.select(columns(keys, struct(columns(names(values))).as(WANTED), stored.as("wanted_stored")));
        Dataset<Row> right = current.select(columns(keys, stored.as(CURRENT)));
        Column change = when(col(CURRENT).isNull(), INSERT)
                .when(col(WANTED).isNull(), DELETE)
                .when(not(col("wanted_stored").eqNullSafe(col(CURRENT))), UPDATE)
                .otherwise(SAME);
        return left.join(right, CollectionConverters.asScala(keys).toSeq(), "full_outer")
                .withColumn(CHANGE, change)
                .select(columns(keys, col(WANTED + ".*"), col(CHANGE)));
    }

    private static Column comparable(dev.tandem.core.schema.Column column) {
        Column value = col(column.name());
        Column stored =
                switch (column.type()) {
                    case TEXT, INTEGER, LONG, BOOLEAN -> value;
                    case DECIMAL -> value.cast(DataTypes.createDecimalType(38, 18));
                    case TIMESTAMP -> date_trunc("millisecond", value);
                    case TEXT_MAP -> array_sort(map_entries(coalesce(value, map().cast("map<string,string>"))));
                    case TEXT_SET -> array_sort(array_distinct(coalesce(value, array().cast("array<string>"))));
                };
        return stored.as(column.name());
    }

    private static List<String> names(List<dev.tandem.core.schema.Column> columns) {
        return columns.stream().map(dev.tandem.core.schema.Column::name).toList();
    }

    private static Column[] columns(List<String> names, Column... more) {
        return Stream.concat(names.stream().map(name -> col(name)), Stream.of(more))
                .toArray(Column[]::new);
    }
}
