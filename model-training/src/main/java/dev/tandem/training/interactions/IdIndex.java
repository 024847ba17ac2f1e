package dev.tandem.training.interactions;

import static dev.tandem.core.schema.ModelColumns.INDEX;
import static org.apache.spark.sql.functions.col;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Ids numbered from 0 in their order (that of their UTF-8 bytes), because MLlib and the kernel work with numbers. */
public final class IdIndex {
    private IdIndex() {}

    /**
     * Numbers the distinct ids of a column.
     *
     * @param rows any rows with the column {@code id}, a string without nulls
     * @param id name of the column
     * @return {@code id} (the key) and {@code index} (int, 0 to the number of ids, exclusive), ordered by both; one shuffle
     *     for the distinct ids and one to sort them
     */
    public static Dataset<Row> of(Dataset<Row> rows, String id) {
        StructType schema =
                new StructType().add(id, DataTypes.StringType, false).add(INDEX, DataTypes.IntegerType, false);
        JavaRDD<Row> numbered = rows.select(col(id))
                .distinct()
                .orderBy(col(id))
                .javaRDD()
                .zipWithIndex()
                .map(idAndIndex -> RowFactory.create(idAndIndex._1().getString(0), Math.toIntExact(idAndIndex._2())));
        return rows.sparkSession().createDataFrame(numbered, schema);
    }
}
