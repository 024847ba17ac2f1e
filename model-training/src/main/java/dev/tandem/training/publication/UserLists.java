package dev.tandem.training.publication;

import static dev.tandem.core.schema.Columns.ITEMS;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.USER_ID;
import static dev.tandem.core.schema.ModelColumns.BIAS_WEIGHT;
import static dev.tandem.core.schema.ModelColumns.FACTORS;
import static dev.tandem.core.schema.ModelColumns.HISTORY;
import static dev.tandem.core.schema.ModelColumns.INDEX;
import static dev.tandem.runtime.cassandra.CassandraFanOut.TABLE;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.schema.Table;
import dev.tandem.core.topn.Blocks;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Every user's ranked lists: what is new to the user, what is best with and without that, and what to buy again. */
final class UserLists {
    /** The tables of these lists. */
    static final List<Table> TABLES = List.of(
            CassandraTables.RECOMMENDATIONS_BY_USER,
            CassandraTables.RECOMMENDATIONS_WITH_PURCHASED_BY_USER,
            CassandraTables.BUY_AGAIN_BY_USER);

    private static final String BOUGHT = "bought";
    private static final StructType SCHEMA = new StructType()
            .add(TABLE, DataTypes.StringType, false)
            .add(USER_ID, DataTypes.StringType, false)
            .add(ITEMS, DataTypes.StringType, false);

    private UserLists() {}

    /**
     * Ranks. Only items with a score above 0 are listed: nothing speaks in favour of the others. A user who is left
     * without any has an empty list.
     *
     * @param users {@code user_id} (the key), {@code factors}, {@code bias_weight}
     * @param bought as {@link dev.tandem.training.interactions.OwnHistory#beside} makes it
     * @param historyWeight by what history is multiplied where it is added to a score
     * @param n length of a list at the most
     * @return {@code table}, {@code user_id} (together the key), {@code items} (as {@link
     *     dev.tandem.core.recommendation.RankedItems} encodes them), a row for each of {@code users} and {@link #TABLES};
     *     at the most one shuffle of purchases and factors by user, none of scores or lists
     */
    static Dataset<Row> of(
            Dataset<Row> users, Dataset<Row> bought, Broadcast<Assortment> assortment, float historyWeight, int n) {
        Dataset<Row> byUser = bought.join(broadcast(assortment.value().index(users.sparkSession())), ITEM_ID)
                .groupBy(USER_ID)
                .agg(array_sort(collect_list(struct(col(INDEX), col(HISTORY)))).as(BOUGHT));
        MapPartitionsFunction<Row, Row> rank =
                rows -> new Blocks<>(rows, new UserRanking(assortment.value(), historyWeight, n));
        return users.join(byUser, new String[] {USER_ID}, "left")
                .select(col(USER_ID), col(FACTORS), col(BIAS_WEIGHT), col(BOUGHT))
                .mapPartitions(rank, Encoders.row(SCHEMA));
    }
}
