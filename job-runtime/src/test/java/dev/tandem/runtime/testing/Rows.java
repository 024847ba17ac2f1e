package dev.tandem.runtime.testing;

import dev.tandem.core.schema.Table;
import dev.tandem.runtime.spark.SparkSchemas;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Rows written in a test, value by value in the order of their schema's columns. A Dataset's rows are compared with them
 * by AssertJ: {@code assertThat(actual.collectAsList()).containsExactlyInAnyOrderElementsOf(expected.toList())}.
 */
public final class Rows {
    private final StructType schema;
    private final List<Row> rows;

    private Rows(StructType schema, List<Row> rows) {
        this.schema = schema;
        this.rows = List.copyOf(rows);
    }

    /** No rows yet, of this schema; {@code StructType.fromDDL("item_id string, score double")} writes one shortly. */
    public static Rows of(StructType schema) {
        return new Rows(schema, List.of());
    }

    /** No rows yet, of a contract table. */
    public static Rows of(Table table) {
        return of(SparkSchemas.of(table));
    }

    /** These rows and one more. */
    public Rows row(@Nullable Object... values) {
        if (values.length != schema.length()) {
            throw new IllegalArgumentException(
                    "%d values for the columns %s".formatted(values.length, String.join(", ", schema.fieldNames())));
        }
        List<Row> more = new ArrayList<>(rows);
        more.add(RowFactory.create(values));
        return new Rows(schema, more);
    }

    public Dataset<Row> toDataset(SparkSession spark) {
        return spark.createDataFrame(rows, schema);
    }

    public List<Row> toList() {
        return rows;
    }
}
