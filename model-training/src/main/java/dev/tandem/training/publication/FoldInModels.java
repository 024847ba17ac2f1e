package dev.tandem.training.publication;

import static dev.tandem.core.schema.Columns.CATEGORY;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.MODEL_VERSION;
import static dev.tandem.core.schema.Columns.NAME;
import static dev.tandem.core.schema.Columns.PART;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.ModelColumns.BIAS;
import static dev.tandem.core.schema.ModelColumns.FACTORS;
import static dev.tandem.core.schema.ModelColumns.INDEX;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.tandem.core.factors.FactorMatrix;
import dev.tandem.core.foldin.FoldInItem;
import dev.tandem.core.foldin.FoldInModel;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.runtime.cassandra.CassandraSink;
import dev.tandem.runtime.spark.SparkSchemas;
import dev.tandem.training.artefact.RegisteredModel;
import dev.tandem.training.recommender.RecommenderSettings;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/** A model in the form that makes lists without Spark, and its rows. */
final class FoldInModels {
    /** Written at once: 16 MiB, which a small Cassandra takes and a task's description carries. */
    private static final int PARTS_AT_ONCE = 32;

    private FoldInModels() {}

    /**
     * Brings factors and facts of items together on the driver.
     *
     * @param modelItems {@code item_id} (the key), {@code index}, {@code factors}, {@code bias}
     * @param catalogue {@code item_id} (the key), {@code name}, {@code category}
     */
    static FoldInModel of(RegisteredModel model, Dataset<Row> modelItems, Dataset<Row> catalogue) {
        List<Row> rows = modelItems
                .join(catalogue, new String[] {ITEM_ID}, "left")
                .orderBy(INDEX)
                .select(col(ITEM_ID), col(NAME), col(CATEGORY), col(FACTORS), col(BIAS))
                .collectAsList();
        int rank = rows.get(0).getList(3).size();
        List<FoldInItem> items = new ArrayList<>(rows.size());
        float[] vectors = new float[rows.size() * rank];
        float[] bias = new float[rows.size()];
        for (int index = 0; index < bias.length; index++) {
            Row row = rows.get(index);
            items.add(
                    row.isNullAt(1)
                            ? FoldInItem.unlisted(row.getString(0))
                            : FoldInItem.listed(row.getString(0), row.getString(1), row.getString(2)));
            List<Float> vector = row.getList(3);
            for (int component = 0; component < rank; component++) {
                vectors[index * rank + component] = vector.get(component);
            }
            bias[index] = row.getFloat(4);
        }
        return new FoldInModel(
                model.tenant(),
                model.version(),
                model.eventsUntil(),
                RecommenderSettings.of(model).foldIn(),
                items,
                new FactorMatrix(rank, vectors),
                bias);
    }

    /**
     * Writes a model's rows.
     *
     * @return how many there are
     */
    static int write(FoldInModel model, SparkSession spark, CassandraSink cassandra) {
        List<ByteBuffer> parts = model.encode();
        List<Row> rows = new ArrayList<>(PARTS_AT_ONCE);
        for (int part = 0; part < parts.size(); part++) {
            byte[] content = new byte[parts.get(part).remaining()];
            parts.get(part).get(content);
            rows.add(RowFactory.create(model.tenant().value(), model.version().value(), part, parts.size(), content));
            if (rows.size() == PARTS_AT_ONCE || part == parts.size() - 1) {
                cassandra.upsert(
                        spark.createDataFrame(rows, SparkSchemas.of(CassandraTables.FOLD_IN_MODELS)),
                        CassandraTables.FOLD_IN_MODELS);
                rows = new ArrayList<>(PARTS_AT_ONCE);
            }
        }
        return parts.size();
    }

    /** The keys of so many rows of a model. */
    static Dataset<Row> keys(RegisteredModel model, int parts, SparkSession spark) {
        return spark.range(parts)
                .select(
                        lit(model.tenant().value()).as(TENANT_ID),
                        lit(model.version().value()).as(MODEL_VERSION),
                        col("id").cast(DataTypes.IntegerType).as(PART));
    }
}
