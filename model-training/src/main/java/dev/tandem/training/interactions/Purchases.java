package dev.tandem.training.interactions;

import static dev.tandem.core.schema.Columns.CANCELLED_AT;
import static dev.tandem.core.schema.Columns.KIND;
import static dev.tandem.core.schema.Columns.ORDERED_AT;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.shop.OrderKind;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The order lines by which something was bought and kept. */
public final class Purchases {
    private Purchases() {}

    /**
     * Sales that have not been called off.
     *
     * @param orderLines columns {@code kind} and {@code cancelled_at}, and any others
     * @return a subset of the rows, in the same columns; no shuffle
     */
    public static Dataset<Row> kept(Dataset<Row> orderLines) {
        return orderLines.where(
                col(KIND).equalTo(OrderKind.SALE.word()).and(col(CANCELLED_AT).isNull()));
    }

    /**
     * Sales of an interval as they stood at its end: a sale that was called off later counts, so that working on a past
     * interval again gives what it gave then.
     *
     * @param orderLines columns {@code kind}, {@code cancelled_at}, {@code ordered_at}, and any others
     * @return a subset of the rows, in the same columns; no shuffle
     */
    public static Dataset<Row> keptIn(DataInterval interval, Dataset<Row> orderLines) {
        return orderLines
                .where(col(KIND).equalTo(OrderKind.SALE.word()))
                .where(col(ORDERED_AT)
                        .geq(lit(interval.start()))
                        .and(col(ORDERED_AT).lt(lit(interval.end()))))
                .where(col(CANCELLED_AT).isNull().or(col(CANCELLED_AT).geq(lit(interval.end()))));
    }
}
