package dev.tandem.training.interactions;

import static dev.tandem.core.schema.Columns.CANCELLED_AT;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.KIND;
import static dev.tandem.core.schema.Columns.ORDERED_AT;
import static dev.tandem.core.schema.Columns.ORDER_ID;
import static dev.tandem.core.schema.Columns.QUANTITY;
import static dev.tandem.core.schema.Columns.USER_ID;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.shop.OrderKind;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** The order lines by which something was bought, and those of them by which it was kept. */
public final class Purchases {
    private static final String BALANCE = "balance";
    private static final String LOWEST_SINCE = "lowest_since";

    private Purchases() {}

    /**
     * Sales that have not been called off, whatever was given back later.
     *
     * @param orderLines columns {@code kind} and {@code cancelled_at}, and any others
     * @return a subset of the rows, in the same columns; no shuffle
     */
    public static Dataset<Row> bought(Dataset<Row> orderLines) {
        return sales(orderLines).where(col(CANCELLED_AT).isNull());
    }

    /**
     * Sales of an interval as they stood at its end, whatever was given back later: a sale that was called off after the
     * end counts, so that working on a past interval again gives what it gave then.
     *
     * @param orderLines columns {@code kind}, {@code cancelled_at}, {@code ordered_at}, and any others
     * @return a subset of the rows, in the same columns; no shuffle
     */
    public static Dataset<Row> boughtIn(DataInterval interval, Dataset<Row> orderLines) {
        return sales(within(interval, orderLines));
    }

    /**
     * Of {@link #boughtIn} the lines of which something was kept to the interval's end. What a user gives back of an item
     * comes from the user's latest purchases of it before that, as far as they go; what goes beyond them was bought before
     * the interval, and takes nothing away.
     *
     * @param orderLines columns {@code user_id}, {@code item_id}, {@code order_id}, {@code quantity}, {@code kind}, {@code
     *     cancelled_at}, {@code ordered_at}, and any others; quantities are greater than 0
     * @return a subset of the rows, in the same columns; one shuffle by user and item
     */
    public static Dataset<Row> keptIn(DataInterval interval, Dataset<Row> orderLines) {
        // Sales and what is given back pair up like brackets: something of a sale is left as long as the balance
        // never falls back to where it was before the sale.
        WindowSpec inTime = Window.partitionBy(USER_ID, ITEM_ID)
                .orderBy(col(ORDERED_AT), col(KIND).desc(), col(ORDER_ID));
        Column change = when(isSale(), col(QUANTITY)).otherwise(negate(col(QUANTITY)));
        Column balance = sum(change).over(inTime.rowsBetween(Window.unboundedPreceding(), Window.currentRow()));
        Column lowest = min(BALANCE).over(inTime.rowsBetween(Window.currentRow(), Window.unboundedFollowing()));
        return sales(within(interval, orderLines).withColumn(BALANCE, balance).withColumn(LOWEST_SINCE, lowest))
                .where(col(LOWEST_SINCE).gt(col(BALANCE).minus(col(QUANTITY))))
                .drop(BALANCE, LOWEST_SINCE);
    }

    private static Dataset<Row> within(DataInterval interval, Dataset<Row> orderLines) {
        return orderLines
                .where(col(ORDERED_AT)
                        .geq(lit(interval.start()))
                        .and(col(ORDERED_AT).lt(lit(interval.end()))))
                .where(col(CANCELLED_AT).isNull().or(col(CANCELLED_AT).geq(lit(interval.end()))));
    }

    private static Dataset<Row> sales(Dataset<Row> orderLines) {
        return orderLines.where(isSale());
    }

    private static Column isSale() {
        return col(KIND).equalTo(OrderKind.SALE.word());
    }
}
