package dev.tandem.etl.catalog;

import static dev.tandem.core.schema.Columns.ATTRIBUTES;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.map_filter;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** Free attributes: a JSON object in PostgreSQL, text by text in Cassandra. */
final class Attributes {
    private Attributes() {}

    /**
     * Turns {@code attributes} from the text of a JSON object into a map. A nested object or array stays as its JSON text,
     * a number or boolean becomes its own, and a null is left out.
     */
    static Dataset<Row> toMap(Dataset<Row> rows) {
        return rows.withColumn(
                ATTRIBUTES,
                map_filter(
                        from_json(col(ATTRIBUTES), DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType)),
                        (name, value) -> value.isNotNull()));
    }
}
