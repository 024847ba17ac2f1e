package dev.tandem.training.interactions;

import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.REMOVED_AT;
import static dev.tandem.core.schema.Columns.USER_ID;
import static dev.tandem.core.schema.Columns.VIEWED_AT;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.tandem.core.event.View;
import dev.tandem.core.interval.DataInterval;
import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The views that users left in their history, and those of them that still count. */
final class Views {
    private Views() {}

    /**
     * Views without what users removed.
     *
     * @param views columns {@code user_id}, {@code item_id}, {@code viewed_at}, and any others
     * @param removals columns {@code user_id}, {@code item_id} (together the key), {@code removed_at}, and any others: views
     *     of the item up to then are left out
     * @return {@code user_id}, {@code item_id}, {@code viewed_at}, a row for each view; one shuffle by user and item at the
     *     most
     */
    static Dataset<Row> kept(Dataset<Row> views, Dataset<Row> removals) {
        return views.select(USER_ID, ITEM_ID, VIEWED_AT)
                .join(removals.select(USER_ID, ITEM_ID, REMOVED_AT), new String[] {USER_ID, ITEM_ID}, "left")
                .where(col(REMOVED_AT).isNull().or(col(VIEWED_AT).gt(col(REMOVED_AT))))
                .select(USER_ID, ITEM_ID, VIEWED_AT);
    }

    /**
     * Views of an interval that had not faded at its end.
     *
     * @param views column {@code viewed_at}, and any others
     * @return a subset of the rows, in the same columns; no shuffle
     */
    static Dataset<Row> countingIn(DataInterval interval, Dataset<Row> views) {
        Instant oldest = interval.end().minus(View.LIFETIME);
        Instant start = oldest.isAfter(interval.start()) ? oldest : interval.start();
        return views.where(col(VIEWED_AT).geq(lit(start)).and(col(VIEWED_AT).lt(lit(interval.end()))));
    }
}
