package dev.tandem.runtime.spark;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.schema.Column;
import dev.tandem.core.schema.ColumnType;
import dev.tandem.core.schema.Table;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Spark's view of the contract's tables: derived from them, never typed in. */
public final class SparkSchemas {
    /** As the connector reads Cassandra's decimals, which have no scale of their own. */
    private static final DecimalType DECIMAL = DataTypes.createDecimalType(38, 18);

    private SparkSchemas() {}

    /** The schema of a table; key columns are not nullable. */
    public static StructType of(Table table) {
        return new StructType(table.columns().stream()
                .map(column -> new StructField(
                        column.name(),
                        typeOf(column.type()),
                        !isKey(column, table),
                        org.apache.spark.sql.types.Metadata.empty()))
                .toArray(StructField[]::new));
    }

    /**
     * Refuses a schema that lacks a column of the table or has it with another type; decimals may have any precision,
     * further columns any name.
     *
     * @param what whose schema it is, for the message
     */
    public static void check(String what, StructType actual, Table table) {
        List<String> present = Arrays.asList(actual.fieldNames());
        for (Column column : table.columns()) {
            String expected = typeOf(column.type()).simpleString();
            if (!present.contains(column.name())) {
                throw refused(what, table, column, expected, "missing");
            }
            DataType type = actual.apply(column.name()).dataType();
            boolean fits = column.type() == ColumnType.DECIMAL
                    ? type instanceof DecimalType
                    : type.sameType(typeOf(column.type()));
            if (!fits) {
                throw refused(what, table, column, expected, type.simpleString());
            }
        }
    }

    private static TandemException refused(String what, Table table, Column column, String expected, String actual) {
        return new TandemException(
                FailureKind.INTERNAL,
                "%s does not fit table %s: column %s is %s, expected %s"
                        .formatted(what, table.name(), column.name(), actual, expected));
    }

    private static boolean isKey(Column column, Table table) {
        return table.partitionKey().contains(column.name())
                || table.clusteringKey().contains(column.name());
    }

    private static DataType typeOf(ColumnType type) {
        return switch (type) {
            case TEXT -> DataTypes.StringType;
            case INTEGER -> DataTypes.IntegerType;
            case LONG -> DataTypes.LongType;
            case DECIMAL -> DECIMAL;
            case BOOLEAN -> DataTypes.BooleanType;
            case TIMESTAMP -> DataTypes.TimestampType;
            case TEXT_MAP -> DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType);
            case BYTES -> DataTypes.BinaryType;
            case TEXT_SET -> DataTypes.createArrayType(DataTypes.StringType);
        };
    }
}
