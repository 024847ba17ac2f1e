package dev.tandem.training.publication;

import static dev.tandem.core.schema.Columns.CATEGORY;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.NAME;
import static dev.tandem.core.schema.ModelColumns.FACTORS;
import static dev.tandem.core.schema.ModelColumns.INDEX;
import static org.apache.spark.sql.functions.col;

import dev.tandem.core.recommendation.RankedItem;
import dev.tandem.training.topn.ItemFactors;
import dev.tandem.training.topn.TopItems;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The items that can be recommended: those that the model knows and the catalogue still has, numbered from 0 in the order
 * of their ids. Immutable; broadcast to every executor.
 */
final class Assortment implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Entry[] entries;
    private final ItemFactors factors;

    /** What is shown of an item. */
    private record Entry(String itemId, String name, String category) implements Serializable {}

    private Assortment(Entry[] entries, ItemFactors factors) {
        this.entries = entries;
        this.factors = factors;
    }

    /**
     * Brings factors and facts of items together on the driver.
     *
     * @param modelItems {@code item_id} (the key), {@code index}, {@code factors}
     * @param catalogue {@code item_id} (the key), {@code name}, {@code category}
     */
    static Assortment of(Dataset<Row> modelItems, Dataset<Row> catalogue) {
        List<Row> rows = modelItems
                .join(catalogue, ITEM_ID)
                .orderBy(INDEX)
                .select(col(ITEM_ID), col(NAME), col(CATEGORY), col(FACTORS))
                .collectAsList();
        int rank = rows.isEmpty() ? 1 : rows.get(0).getList(3).size();
        Entry[] entries = new Entry[rows.size()];
        float[] factors = new float[rows.size() * rank];
        for (int position = 0; position < rows.size(); position++) {
            Row row = rows.get(position);
            entries[position] = new Entry(row.getString(0), row.getString(1), row.getString(2));
            List<Float> vector = row.getList(3);
            for (int component = 0; component < rank; component++) {
                factors[position * rank + component] = vector.get(component);
            }
        }
        return new Assortment(entries, ItemFactors.of(factors, rank));
    }

    int size() {
        return entries.length;
    }

    ItemFactors factors() {
        return factors;
    }

    /** {@code item_id} (the key) and {@code index}, the item's number here. */
    Dataset<Row> index(SparkSession spark) {
        List<Row> rows = new ArrayList<>(entries.length);
        for (int position = 0; position < entries.length; position++) {
            rows.add(RowFactory.create(entries[position].itemId(), position));
        }
        return spark.createDataFrame(
                rows,
                new StructType().add(ITEM_ID, DataTypes.StringType, false).add(INDEX, DataTypes.IntegerType, false));
    }

    /** What the kernel found, as it is shown. */
    List<RankedItem> describe(TopItems top) {
        List<RankedItem> described = new ArrayList<>(top.size());
        for (int place = 0; place < top.size(); place++) {
            Entry entry = entries[top.item(place)];
            described.add(new RankedItem(entry.itemId(), top.score(place), entry.name(), entry.category()));
        }
        return described;
    }
}
