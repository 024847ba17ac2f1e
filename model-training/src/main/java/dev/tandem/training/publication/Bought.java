package dev.tandem.training.publication;

import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.USER_ID;
import static dev.tandem.core.schema.ModelColumns.HISTORY;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.tandem.training.interactions.OwnHistory;
import dev.tandem.training.interactions.Purchases;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What users have bought and kept, and how much that speaks for buying it again. */
final class Bought {
    private Bought() {}

    /**
     * Sums order lines up.
     *
     * @param orderLines columns of {@code order_lines_by_user}, of one tenant and of any kind and time
     * @return {@code user_id}, {@code item_id} (together the key), {@code history} (float): whatever was bought and not
     *     called off until now, with 0 where it is no part of the history that the model knows
     */
    static Dataset<Row> of(Dataset<Row> orderLines, OwnHistory history) {
        return Purchases.kept(orderLines)
                .select(USER_ID, ITEM_ID)
                .distinct()
                .join(history.of(orderLines), new String[] {USER_ID, ITEM_ID}, "left")
                .select(
                        col(USER_ID),
                        col(ITEM_ID),
                        coalesce(col(HISTORY), lit(0f)).as(HISTORY));
    }
}
