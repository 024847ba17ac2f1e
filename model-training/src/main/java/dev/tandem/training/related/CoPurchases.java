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
import org.apache.spark.sql.types.DataTypes;

/**
 * How alike items are by who bought them: the cosine of their columns in the table of users and items, shrunk where few
 * bought both. Of what a user bought, a hundred items count; see {@link Groups}.
 */
public final class CoPurchases {
    private static final int MOST_OF_A_USER = 100;

    /**
     * Common buyers at which a cosine counts half. With 100, which ranks recommendations best, little is left of the items
     * that this is for: those with few buyers.
     */
    private static final double SHRINKAGE = 5;

    private final long[] buyers;
    private final Dataset<Row> neighbours;

    private CoPurchases(long[] buyers, Dataset<Row> neighbours) {
        this.buyers = buyers;
        this.neighbours = neighbours;
    }

    /**
     * Compares items.
     *
     * @param purchases {@code user_id} and {@code index} (int, 0 to {@code items}); rows may repeat
     * @param items number of items
     * @param n how many neighbours at the most
     * @return computed and kept; two shuffles of pairs
     */
    public static CoPurchases of(Dataset<Row> purchases, int items, int n) {
        try (Groups users = Groups.of(purchases, Columns.USER_ID, MOST_OF_A_USER)) {
            long[] buyers = users.counts(items);
            Broadcast<long[]> counts =
                    new JavaSparkContext(purchases.sparkSession().sparkContext()).broadcast(buyers);
            UDF3<Integer, Integer, Long, Float> score = (first, second, together) ->
                    (float) cosine(together, counts.value()[first], counts.value()[second]);
            Dataset<Row> pairs = users.pairs()
                    .withColumn(SCORE, udf(score, DataTypes.FloatType).apply(col(FIRST), col(SECOND), col(TOGETHER)));
            return new CoPurchases(buyers, Neighbours.of(pairs, n).localCheckpoint());
        }
    }

    /** How many users bought each item, by index. */
    public long[] buyers() {
        return buyers.clone();
    }

    /**
     * Each item's nearest: {@code index} (the key), {@code neighbours} (an array, by index, of structs of {@code other} and
     * {@code score}, 0 to 1).
     */
    public Dataset<Row> neighbours() {
        return neighbours;
    }

    private static double cosine(long together, long first, long second) {
        return together / Math.sqrt((double) first * second) * (together / (together + SHRINKAGE));
    }
}
