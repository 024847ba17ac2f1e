package dev.tandem.etl.digest;

import static dev.tandem.core.schema.Columns.CATEGORY;
import static dev.tandem.core.schema.Columns.CRITICAL_RATINGS;
import static dev.tandem.core.schema.Columns.FEEDBACK_ID;
import static dev.tandem.core.schema.Columns.INTERVAL_END;
import static dev.tandem.core.schema.Columns.INTERVAL_START;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.MEAN_SCORE;
import static dev.tandem.core.schema.Columns.RATINGS;
import static dev.tandem.core.schema.Columns.RECEIVED_AT;
import static dev.tandem.core.schema.Columns.SCORE;
import static dev.tandem.core.schema.Columns.SCORE_1;
import static dev.tandem.core.schema.Columns.SCORE_2;
import static dev.tandem.core.schema.Columns.SCORE_3;
import static dev.tandem.core.schema.Columns.SCORE_4;
import static dev.tandem.core.schema.Columns.SCORE_5;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.shop.TenantId;
import java.sql.Timestamp;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import scala.jdk.javaapi.CollectionConverters;

/** Ratings, counted by item and by category. */
final class Digests {
    /** The category that all ratings are of. */
    static final String OVERALL = "*";

    private static final List<String> SCORES = List.of(SCORE_1, SCORE_2, SCORE_3, SCORE_4, SCORE_5);
    private static final int MEAN_DECIMALS = 2;
    private static final String RATED = "rated";

    private Digests() {}

    /**
     * How often each score was given to each item. A feedback without a score of 1 to 5 is none; of one that is there on two
     * days the first counts. Cost: one shuffle by feedback, one by item.
     *
     * @param feedback rows of {@code feedback_by_day}, of one tenant
     * @param window only what was received within it counts
     * @return {@code item_id} string, {@code score_1} to {@code score_5} long; unique by item. Under an empty item_id what
     *     names no item
     */
    static Dataset<Row> count(Dataset<Row> feedback, DataInterval window) {
        Column isWithin = col(RECEIVED_AT)
                .geq(Timestamp.from(window.start()))
                .and(col(RECEIVED_AT).lt(Timestamp.from(window.end())));
        Column rated = min_by(struct(coalesce(col(ITEM_ID), lit("")).as(ITEM_ID), col(SCORE)), col(RECEIVED_AT));
        Dataset<Row> ratings = feedback.where(isWithin.and(col(SCORE).between(1, SCORES.size())))
                .groupBy(FEEDBACK_ID)
                .agg(rated.as(RATED))
                .select(RATED + ".*");
        List<Column> counts = SCORES.stream()
                .map(name -> sum(when(col(SCORE).equalTo(SCORES.indexOf(name) + 1), 1L)
                                .otherwise(0L))
                        .as(name))
                .toList();
        return aggregate(ratings, ITEM_ID, counts);
    }

    /** How many ratings there are in counts. */
    static long ratings(Dataset<Row> counts) {
        return counts.agg(coalesce(sum(total(SCORES)), lit(0L))).head().getLong(0);
    }

    /** The numbers of those that name an item. */
    static Dataset<Row> byItem(Dataset<Row> counts) {
        return counts.where(col(ITEM_ID).notEqual(""));
    }

    /**
     * The same by category, and of all ratings together under {@link #OVERALL}. Cost: one shuffle by item, one by category.
     *
     * @param counts as from {@link #count}
     * @param items the tenant's rows of {@code items}, those of the counts at the least; the category of others is not known
     * @return {@code category} string, {@code score_1} to {@code score_5} long; unique by category
     */
    static Dataset<Row> byCategory(Dataset<Row> counts, Dataset<Row> items) {
        Dataset<Row> ofCategories = counts.join(
                        items.select(ITEM_ID, CATEGORY),
                        CollectionConverters.asScala(List.of(ITEM_ID)).toSeq(),
                        "left")
                .withColumn(CATEGORY, explode(array(col(CATEGORY), lit(OVERALL))))
                .where(col(CATEGORY).isNotNull().and(col(CATEGORY).notEqual("")));
        return aggregate(
                ofCategories,
                CATEGORY,
                SCORES.stream().map(name -> sum(name).as(name)).toList());
    }

    /**
     * Counts as rows of a table of digests.
     *
     * @param counts {@code item_id} or {@code category}, and {@code score_1} to {@code score_5}, not all of them 0
     * @return the same as int, with {@code ratings}, {@code critical_ratings} int, {@code mean_score} decimal with two
     *     decimals, {@code interval_start} and {@code interval_end}
     */
    static Dataset<Row> rows(Dataset<Row> counts, TenantId tenant, DataInterval window) {
        Column ratings = total(SCORES);
        Column scores = SCORES.stream()
                .map(name -> col(name).multiply(SCORES.indexOf(name) + 1))
                .reduce(lit(0L), Column::plus);
        Column mean = round(scores.cast(DataTypes.createDecimalType(20, 0)).divide(ratings), MEAN_DECIMALS);
        Dataset<Row> rows = counts.withColumn(TENANT_ID, lit(tenant.value()))
                .withColumn(RATINGS, ratings.cast(DataTypes.IntegerType))
                .withColumn(
                        CRITICAL_RATINGS,
                        total(SCORES.subList(0, Feedback.MOST_CRITICAL_SCORES)).cast(DataTypes.IntegerType))
                .withColumn(MEAN_SCORE, mean)
                .withColumn(INTERVAL_START, lit(Timestamp.from(window.start())))
                .withColumn(INTERVAL_END, lit(Timestamp.from(window.end())));
        for (String score : SCORES) {
            rows = rows.withColumn(score, col(score).cast(DataTypes.IntegerType));
        }
        return rows;
    }

    /** Of an item's digests those of items that are demoted. */
    static Dataset<Row> demoted(Dataset<Row> digests, Demotion demotion) {
        UserDefinedFunction isDue = udf((UDF2<Integer, Integer, Boolean>) demotion::isDue, DataTypes.BooleanType);
        return digests.where(isDue.apply(col(RATINGS), col(CRITICAL_RATINGS)));
    }

    /**
     * The keys of rows that there are no ratings for any more.
     *
     * @param existing what the table has
     * @param current what it should have
     */
    static Dataset<Row> gone(Dataset<Row> existing, Dataset<Row> current, String key) {
        return existing.select(TENANT_ID, key)
                .join(
                        current.select(key),
                        CollectionConverters.asScala(List.of(key)).toSeq(),
                        "left_anti")
                .select(TENANT_ID, key);
    }

    private static Column total(List<String> scores) {
        return scores.stream().map(name -> col(name)).reduce(lit(0L), Column::plus);
    }

    private static Dataset<Row> aggregate(Dataset<Row> rows, String key, List<Column> sums) {
        return rows.groupBy(key).agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new));
    }
}
