package dev.tandem.training.interactions;

import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.ORDERED_AT;
import static dev.tandem.core.schema.Columns.ORDER_ID;
import static dev.tandem.core.schema.Columns.USER_ID;
import static dev.tandem.core.schema.Columns.VIEWED_AT;
import static dev.tandem.core.schema.ModelColumns.STRENGTH;
import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import dev.tandem.core.foldin.Strengths;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Who bought or viewed what, how often and how lately.
 *
 * <p>The strength of an interaction is the sum over its distinct orders of {@code 0.5^(age / half-life)}, where the age of
 * an order is measured back from a given end: an order at the end counts 1, one that is a half-life old counts 0.5, and two
 * half-lives 0.25. Neither the quantity nor the number of lines counts: one
 * crate of candles does not say more than one candle. The latest views, {@link Strengths#MAX_VIEWS} of them, add the same
 * times the weight of a view. {@link Strengths} computes the same numbers of a single user's history.
 */
public final class Interactions {
    private static final String ORDERS = "orders";
    private static final String VIEWS = "views";

    private Interactions() {}

    /**
     * Sums purchases up, as {@link #of(Dataset, Dataset, Instant, EventWeights)} does where nothing was viewed.
     *
     * @param halfLife the age at which an order counts half
     */
    public static Dataset<Row> of(Dataset<Row> purchases, Instant end, Duration halfLife) {
        return of(purchases, UserEvents.noViews(purchases), end, EventWeights.ofOrders(halfLife));
    }

    /**
     * Sums purchases and views up.
     *
     * @param purchases columns {@code user_id}, {@code item_id}, {@code order_id}, {@code ordered_at}, none of them null;
     *     all of one tenant; all before {@code end}
     * @param views columns {@code user_id}, {@code item_id}, {@code viewed_at}, none of them null; of the same tenant; all
     *     before {@code end}
     * @param end the instant from which ages are measured
     * @return {@code user_id}, {@code item_id} (together the key), {@code strength} (double), {@code
     *     ordered_at} (the latest, null where it was only viewed); without what has faded to nothing, below the smallest
     *     float; the strengths do not depend on the order of the rows given; one shuffle by key
     */
    public static Dataset<Row> of(Dataset<Row> purchases, Dataset<Row> views, Instant end, EventWeights weights) {
        Dataset<Row> orders = purchases.select(
                col(USER_ID),
                col(ITEM_ID),
                col(ORDERED_AT),
                col(ORDER_ID),
                lit(null).cast(DataTypes.TimestampType).as(VIEWED_AT));
        Dataset<Row> viewings = views.select(
                col(USER_ID),
                col(ITEM_ID),
                lit(null).cast(DataTypes.TimestampType).as(ORDERED_AT),
                lit(null).cast(DataTypes.StringType).as(ORDER_ID),
                col(VIEWED_AT));
        Column order = when(col(ORDERED_AT).isNotNull(), struct(ORDERED_AT, ORDER_ID));
        return orders.unionByName(viewings)
                .groupBy(USER_ID, ITEM_ID)
                // Sorted, because the sum of floating-point numbers depends on their order to the last digit.
                .agg(
                        sort_array(collect_set(order)).as(ORDERS),
                        sort_array(slice(sort_array(collect_list(col(VIEWED_AT)), false), 1, Strengths.MAX_VIEWS))
                                .as(VIEWS))
                .select(
                        col(USER_ID),
                        col(ITEM_ID),
                        strength(end, weights).as(STRENGTH),
                        array_max(col(ORDERS)).getField(ORDERED_AT).as(ORDERED_AT))
                .where(col(STRENGTH).gt(lit(Strengths.FADED)));
    }

    private static Column strength(Instant end, EventWeights weights) {
        Column ofOrders = aggregate(
                col(ORDERS),
                lit(0.0),
                (sum, order) -> sum.plus(decay(order.getField(ORDERED_AT), end, weights.halfLife())));
        return aggregate(
                col(VIEWS),
                ofOrders,
                (sum, viewedAt) ->
                        sum.plus(lit(weights.viewWeight()).multiply(decay(viewedAt, end, weights.halfLife()))));
    }

    private static Column decay(Column time, Instant end, Duration halfLife) {
        Column age = lit(ChronoUnit.MICROS.between(Instant.EPOCH, end)).minus(unix_micros(time));
        double halfLifeMicros = (double) halfLife.toNanos() / 1_000;
        return pow(lit(0.5), age.divide(lit(halfLifeMicros)));
    }
}
