package dev.tandem.training.publication;

import static dev.tandem.core.schema.Columns.ITEMS;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.USER_ID;
import static dev.tandem.core.schema.ModelColumns.FACTORS;
import static dev.tandem.core.schema.ModelColumns.INDEX;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Every user's ranked list: the best of the assortment that the user has not bought. */
final class UserLists {
    private static final String EXCLUDED = "excluded";
    private static final StructType SCHEMA =
            new StructType().add(USER_ID, DataTypes.StringType, false).add(ITEMS, DataTypes.StringType, false);

    private UserLists() {}

    /**
     * Ranks. Only items with a score above 0 are listed: the model sees nothing in favour of the others. A user who is
     * left without any has an empty list.
     *
     * @param users {@code user_id} (the key), {@code factors}
     * @param purchases {@code user_id}, {@code item_id} of what must not be recommended to the user; rows may repeat
     * @param n length of a list at the most
     * @return {@code user_id} (the key), {@code items} (as {@link dev.tandem.core.recommendation.RankedItems} encodes
     *     them), a row for each of {@code users}; at the most one shuffle of purchases and factors by user, none of
     *     scores or lists
     */
    static Dataset<Row> of(Dataset<Row> users, Dataset<Row> purchases, Assortment assortment, int n) {
        Dataset<Row> excluded = purchases
                .join(broadcast(assortment.index(users.sparkSession())), ITEM_ID)
                .groupBy(USER_ID)
                .agg(array_sort(collect_set(INDEX)).as(EXCLUDED));
        Broadcast<Assortment> shared = new JavaSparkContext(users.sparkSession().sparkContext()).broadcast(assortment);
        MapPartitionsFunction<Row, Row> rank = rows -> new RankingIterator(rows, shared.value(), n);
        return users.join(excluded, new String[] {USER_ID}, "left")
                .select(col(USER_ID), col(FACTORS), col(EXCLUDED))
                .mapPartitions(rank, Encoders.row(SCHEMA));
    }
}
