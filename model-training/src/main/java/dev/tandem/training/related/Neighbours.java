package dev.tandem.training.related;

import static dev.tandem.core.schema.ModelColumns.INDEX;
import static dev.tandem.training.related.Groups.FIRST;
import static dev.tandem.training.related.Groups.SECOND;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Each item's best partners, from the scores of pairs. */
final class Neighbours {
    static final String NEIGHBOURS = "neighbours";
    static final String SCORE = "score";

    private static final String OTHER = "other";

    private Neighbours() {}

    /**
     * Chooses the best.
     *
     * @param pairs {@code first}, {@code second} (together the key; ints), {@code score} (float); pairs whose score is not
     *     above 0 are left out
     * @param n how many for an item at the most
     * @return {@code index} (the key), {@code neighbours} (an array, by index, of structs of {@code other}, the index, and
     *     {@code score}); one shuffle by item
     */
    static Dataset<Row> of(Dataset<Row> pairs, int n) {
        Column bothWays = array(direction(FIRST, SECOND), direction(SECOND, FIRST));
        return pairs.where(col(SCORE).gt(0))
                .select(explode(bothWays).as("pair"))
                .select("pair.*")
                .withColumn(
                        "place",
                        row_number()
                                .over(Window.partitionBy(INDEX)
                                        .orderBy(col(SCORE).desc(), col(OTHER).asc())))
                .where(col("place").leq(n))
                .groupBy(INDEX)
                .agg(array_sort(collect_list(struct(col(OTHER), col(SCORE)))).as(NEIGHBOURS));
    }

    private static Column direction(String from, String to) {
        return struct(col(from).as(INDEX), col(to).as(OTHER), col(SCORE));
    }
}
