package dev.tandem.training.recommender;

import static dev.tandem.core.schema.ModelColumns.FACTORS;
import static dev.tandem.core.schema.ModelColumns.INDEX;

import dev.tandem.core.factors.FactorMatrix;
import java.io.Serializable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Vectors as rows of an artefact. */
final class FactorRows {
    private FactorRows() {}

    /** Vectors and one more number for each. */
    @SuppressWarnings("ArrayRecordComponent") // only ever broadcast
    private record Vectors(FactorMatrix matrix, float[] extras) implements Serializable {}

    /**
     * Puts vectors beside their ids.
     *
     * @param ids {@code id} (the key), {@code index}
     * @param extras a number for each index, which becomes the column {@code extra}
     * @return {@code id} (the key), {@code index}, {@code factors}, {@code extra}; no shuffle
     */
    static Dataset<Row> of(Dataset<Row> ids, String id, FactorMatrix matrix, float[] extras, String extra) {
        Broadcast<Vectors> vectors =
                new JavaSparkContext(ids.sparkSession().sparkContext()).broadcast(new Vectors(matrix, extras));
        StructType schema = new StructType()
                .add(id, DataTypes.StringType, false)
                .add(INDEX, DataTypes.IntegerType, false)
                .add(FACTORS, DataTypes.createArrayType(DataTypes.FloatType, false), false)
                .add(extra, DataTypes.FloatType, false);
        MapFunction<Row, Row> join = row -> row(row, vectors.value());
        return ids.map(join, Encoders.row(schema));
    }

    private static Row row(Row idAndIndex, Vectors vectors) {
        int index = idAndIndex.getInt(1);
        float[] vector = new float[vectors.matrix().rank()];
        vectors.matrix().copyRow(index, vector, 0);
        return RowFactory.create(idAndIndex.getString(0), index, vector, vectors.extras()[index]);
    }
}
