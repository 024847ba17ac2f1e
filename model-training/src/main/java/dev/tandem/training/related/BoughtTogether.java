package dev.tandem.training.related;

import static dev.tandem.training.related.Groups.FIRST;
import static dev.tandem.training.related.Groups.SECOND;
import static dev.tandem.training.related.Groups.TOGETHER;
import static dev.tandem.training.related.Neighbours.SCORE;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import dev.tandem.core.schema.Columns;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/** What stands on the same orders as an item, more often than chance would have it. */
public final class BoughtTogether {
    /**
     * Of a basket of hundreds of lines any two tell little of each other: with a hundred items a basket instead, what is
     * rare is listed with whatever else stood on the same few wholesale orders.
     */
    static final int MOST_OF_AN_ORDER = 30;

    /** Twice may be chance whatever the statistics say: the same buyer's habit, one order entered again. */
    private static final int LEAST_TOGETHER = 3;

    /** One pair of independent things in a thousand reaches this by chance (chi squared, one degree of freedom). */
    private static final double LEAST_RATIO = 10.83;

    private BoughtTogether() {}

    /**
     * Ranks each item's partners by {@link LogLikelihoodRatio}, those that are surely no chance.
     *
     * @param lines {@code order_id} and {@code index} (int, 0 to {@code items}) of what was bought; rows may repeat
     * @param items number of items
     * @param n how many partners at the most
     * @return {@code index} (the key), {@code neighbours} (an array of structs of {@code other}, an index, and {@code
     *     score}), computed and kept; two shuffles of pairs
     */
    public static Dataset<Row> of(Dataset<Row> lines, int items, int n) {
        try (Groups orders = Groups.of(lines, Columns.ORDER_ID, MOST_OF_AN_ORDER)) {
            long all = orders.size();
            Broadcast<long[]> counts =
                    new JavaSparkContext(lines.sparkSession().sparkContext()).broadcast(orders.counts(items));
            UDF3<Integer, Integer, Long, Float> score = (first, second, together) ->
                    (float) LogLikelihoodRatio.of(together, counts.value()[first], counts.value()[second], all);
            UserDefinedFunction ratio = udf(score, DataTypes.FloatType);
            Dataset<Row> pairs = orders.pairs()
                    .where(col(TOGETHER).geq(LEAST_TOGETHER))
                    .withColumn(SCORE, ratio.apply(col(FIRST), col(SECOND), col(TOGETHER)))
                    .where(col(SCORE).geq(LEAST_RATIO));
            return Neighbours.of(pairs, n).localCheckpoint();
        }
    }
}
