package dev.tandem.training.publication;

import static dev.tandem.core.schema.Columns.ITEMS;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.USER_ID;
import static dev.tandem.core.schema.ModelColumns.INDEX;
import static dev.tandem.runtime.cassandra.CassandraFanOut.TABLE;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.schema.Columns;
import dev.tandem.core.schema.Table;
import dev.tandem.core.topn.Blocks;
import dev.tandem.training.related.BoughtTogether;
import dev.tandem.training.related.CoPurchases;
import dev.tandem.training.related.SimilarItems;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Every item's ranked lists: what can take its place, and what goes with it. */
final class ItemLists {
    /** The tables of these lists. */
    static final List<Table> TABLES =
            List.of(CassandraTables.SIMILAR_ITEMS_BY_ITEM, CassandraTables.BOUGHT_TOGETHER_BY_ITEM);

    private static final StructType SCHEMA = new StructType()
            .add(TABLE, DataTypes.StringType, false)
            .add(ITEM_ID, DataTypes.StringType, false)
            .add(ITEMS, DataTypes.StringType, false);

    private ItemLists() {}

    /**
     * Ranks. An item that nobody bought, or that stands alone, has empty lists.
     *
     * @param purchases {@code user_id}, {@code item_id} of what users bought; rows may repeat
     * @param lines {@code order_id}, {@code item_id} of what stands on orders; rows may repeat
     * @param n length of a list at the most
     * @return {@code table}, {@code item_id} (together the key), {@code items} (as {@link
     *     dev.tandem.core.recommendation.RankedItems} encodes them), a row for each item of the assortment and each of
     *     {@link #TABLES}
     */
    static Dataset<Row> of(Dataset<Row> purchases, Dataset<Row> lines, Broadcast<Assortment> assortment, int n) {
        SparkSession spark = lines.sparkSession();
        int items = assortment.value().size();
        Dataset<Row> index = assortment.value().index(spark);
        CoPurchases coPurchases =
                CoPurchases.of(purchases.join(broadcast(index), ITEM_ID).select(USER_ID, INDEX), items, n);
        Dataset<Row> boughtTogether =
                BoughtTogether.of(lines.join(broadcast(index), ITEM_ID).select(Columns.ORDER_ID, INDEX), items, n);
        Broadcast<SimilarItems> similar = new JavaSparkContext(spark.sparkContext())
                .broadcast(SimilarItems.of(assortment.value().vectors(), coPurchases.buyers()));
        MapPartitionsFunction<Row, Row> rank =
                rows -> new Blocks<>(rows, new ItemRanking(assortment.value(), similar.value(), n));
        return index.join(coPurchases.neighbours().toDF(INDEX, "bought_too"), new String[] {INDEX}, "left")
                .join(boughtTogether.toDF(INDEX, "bought_together"), new String[] {INDEX}, "left")
                .select(col(INDEX), col("bought_too"), col("bought_together"))
                .mapPartitions(rank, Encoders.row(SCHEMA));
    }
}
