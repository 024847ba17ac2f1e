package dev.tandem.training.interactions;

import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.USER_ID;
import static dev.tandem.core.schema.ModelColumns.HISTORY;
import static dev.tandem.core.schema.ModelColumns.STRENGTH;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.tandem.core.interval.DataInterval;
import java.time.Duration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * How much users' own orders speak for buying an item again: the strength of the {@linkplain Interactions interaction}.
 *
 * @param interval whose orders count; ages are measured back from its end
 * @param halfLife the age at which an order counts half
 */
public record OwnHistory(DataInterval interval, Duration halfLife) {
    /**
     * Sums order lines up.
     *
     * @param orderLines columns of {@code order_lines_by_user}, of one tenant and of any kind and time
     * @return {@code user_id}, {@code item_id} (together the key), {@code history} (float, greater than 0), of what was
     *     bought in the interval and kept; one shuffle by key
     */
    public Dataset<Row> of(Dataset<Row> orderLines) {
        return Interactions.of(Purchases.keptIn(interval, orderLines), interval.end(), halfLife)
                .select(
                        col(USER_ID),
                        col(ITEM_ID),
                        col(STRENGTH).cast(DataTypes.FloatType).as(HISTORY));
    }

    /**
     * The same beside everything that was bought, whether or not it is part of the history.
     *
     * @param bought columns {@code user_id}, {@code item_id}, and any others
     * @param orderLines as for {@link #of}
     * @return {@code user_id}, {@code item_id} (together the key), {@code history} (float), with 0 for what was given back
     *     or bought at another time
     */
    public Dataset<Row> beside(Dataset<Row> bought, Dataset<Row> orderLines) {
        return bought.select(USER_ID, ITEM_ID)
                .distinct()
                .join(of(orderLines), new String[] {USER_ID, ITEM_ID}, "left")
                .select(
                        col(USER_ID),
                        col(ITEM_ID),
                        coalesce(col(HISTORY), lit(0f)).as(HISTORY));
    }
}
