package dev.tandem.training.interactions;

import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.ORDERED_AT;
import static dev.tandem.core.schema.Columns.ORDER_ID;
import static dev.tandem.core.schema.Columns.USER_ID;
import static dev.tandem.core.schema.ModelColumns.STRENGTH;
import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_micros;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Who bought what, how often and how lately.
 *
 * <p>The strength of an interaction is the sum over its distinct orders of {@code 0.5^(age / half-life)}, where the age of
 * an order is measured back from a given end: an order at the end counts 1, one that is a half-life old counts 0.5, and two
 * half-lives 0.25. Neither the quantity nor the number of lines counts: one
 * crate of candles does not say more than one candle.
 */
public final class Interactions {
    private static final String ORDERS = "orders";

    private Interactions() {}

    /**
     * Sums purchases up.
     *
     * @param purchases columns {@code user_id}, {@code item_id}, {@code order_id}, {@code ordered_at}, none of them null;
     *     all of one tenant; all before {@code end}
     * @param end the instant from which ages are measured
     * @param halfLife the age at which an order counts half
     * @return {@code user_id}, {@code item_id} (together the key), {@code strength} (double), {@code
     *     ordered_at} (the latest); without what has faded to nothing, below the smallest float; the strengths do not
     *     depend on the order of the rows given; one shuffle by key
     */
    public static Dataset<Row> of(Dataset<Row> purchases, Instant end, Duration halfLife) {
        return purchases
                .groupBy(USER_ID, ITEM_ID)
                // Sorted, because the sum of floating-point numbers depends on their order to the last digit.
                .agg(sort_array(collect_set(struct(ORDERED_AT, ORDER_ID))).as(ORDERS))
                .select(
                        col(USER_ID),
                        col(ITEM_ID),
                        aggregate(
                                        col(ORDERS),
                                        lit(0.0),
                                        (sum, order) -> sum.plus(weight(order.getField(ORDERED_AT), end, halfLife)))
                                .as(STRENGTH),
                        array_max(col(ORDERS)).getField(ORDERED_AT).as(ORDERED_AT))
                .where(col(STRENGTH).gt(lit((double) Float.MIN_NORMAL)));
    }

    private static Column weight(Column orderedAt, Instant end, Duration halfLife) {
        Column age = lit(ChronoUnit.MICROS.between(Instant.EPOCH, end)).minus(unix_micros(orderedAt));
        double halfLifeMicros = (double) halfLife.toNanos() / 1_000;
        return pow(lit(0.5), age.divide(lit(halfLifeMicros)));
    }
}
