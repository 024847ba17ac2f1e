package dev.tandem.training.publication;

import static dev.tandem.core.schema.Columns.CATEGORY;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.NAME;
import static dev.tandem.core.schema.ModelColumns.BIAS;
import static dev.tandem.core.schema.ModelColumns.FACTORS;
import static dev.tandem.core.schema.ModelColumns.INDEX;
import static org.apache.spark.sql.functions.col;

import dev.tandem.core.recommendation.RankedItem;
import dev.tandem.core.recommendation.RankedItems;
import dev.tandem.core.topn.ItemFactors;
import dev.tandem.core.topn.TopItems;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The items that can be listed: those that the catalogue has, in stock or not, numbered from 0 in the order of their ids.
 * An item that the model does not know has factors and bias of 0. Immutable; broadcast to every executor.
 */
final class Assortment implements Serializable {
    private static final long serialVersionUID = 2L;

    private final Entry[] entries;
    private final ItemFactors factors;
    private final int known;

    /** What is shown of an item. */
    private record Entry(String itemId, String name, String category) implements Serializable {}

    private Assortment(Entry[] entries, ItemFactors factors, int known) {
        this.entries = entries;
        this.factors = factors;
        this.known = known;
    }

    /**
     * Brings factors and facts of items together on the driver.
     *
     * @param modelItems {@code item_id} (the key), {@code factors}, {@code bias}
     * @param catalogue {@code item_id} (the key), {@code name}, {@code category}
     */
    static Assortment of(Dataset<Row> modelItems, Dataset<Row> catalogue) {
        List<Row> rows = catalogue
                .join(modelItems, new String[] {ITEM_ID}, "left")
                .orderBy(ITEM_ID)
                .select(col(ITEM_ID), col(NAME), col(CATEGORY), col(FACTORS), col(BIAS))
                .collectAsList();
        int rank = rows.stream()
                .filter(row -> !row.isNullAt(3))
                .mapToInt(row -> row.getList(3).size())
                .findFirst()
                .orElse(0);
        Entry[] entries = new Entry[rows.size()];
        float[] factors = new float[rows.size() * (rank + 1)];
        int known = 0;
        for (int index = 0; index < rows.size(); index++) {
            Row row = rows.get(index);
            entries[index] = new Entry(row.getString(0), row.getString(1), row.getString(2));
            if (!row.isNullAt(3)) {
                fill(factors, index * (rank + 1), row.getList(3), row.getFloat(4));
                known++;
            }
        }
        return new Assortment(entries, ItemFactors.of(factors, rank + 1), known);
    }

    /** Puts a vector and, as its last component, what goes with it where {@code first} says. */
    static void fill(float[] vectors, int first, List<Float> factors, float last) {
        for (int component = 0; component < factors.size(); component++) {
            vectors[first + component] = factors.get(component);
        }
        vectors[first + factors.size()] = last;
    }

    int size() {
        return entries.length;
    }

    /** How many of the items the model knows. */
    int known() {
        return known;
    }

    /** The items' factors, and their bias as the last component. */
    ItemFactors factors() {
        return factors;
    }

    /** The items' factors without their bias, by index. */
    List<float[]> vectors() {
        return IntStream.range(0, size())
                .mapToObj(item -> Arrays.copyOf(factors.vector(item), factors.rank() - 1))
                .toList();
    }

    /** {@code item_id} (the key) and {@code index}, the item's number here. */
    Dataset<Row> index(SparkSession spark) {
        List<Row> rows = new ArrayList<>(entries.length);
        for (int index = 0; index < entries.length; index++) {
            rows.add(RowFactory.create(entries[index].itemId(), index));
        }
        return spark.createDataFrame(
                rows,
                new StructType().add(ITEM_ID, DataTypes.StringType, false).add(INDEX, DataTypes.IntegerType, false));
    }

    String itemId(int index) {
        return entries[index].itemId();
    }

    /** A ranking in the form in which it is stored and sent. */
    String encode(TopItems top) {
        List<RankedItem> items = new ArrayList<>(top.size());
        for (int place = 0; place < top.size(); place++) {
            Entry entry = entries[top.item(place)];
            items.add(new RankedItem(entry.itemId(), top.score(place), entry.name(), entry.category()));
        }
        return RankedItems.encode(items);
    }
}
