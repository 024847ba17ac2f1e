package dev.tandem.training.recommender;

import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.ORDERED_AT;
import static dev.tandem.core.schema.Columns.USER_ID;
import static dev.tandem.core.schema.ModelColumns.STRENGTH;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.math.BigDecimal;
import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * What tells two sets of interactions apart.
 *
 * @param rows how many interactions there are
 * @param hashSum the sum of the interactions' hashes, whatever their order
 * @param latestOrderAt the time of the latest order among them; the epoch where there are none. Views do not count: they
 *     stream in while they are read, so that no view tells up to when others were seen
 */
record InteractionSummary(long rows, BigDecimal hashSum, Instant latestOrderAt) {
    /** Sums interactions up in one pass. */
    static InteractionSummary of(Dataset<Row> interactions) {
        Row summary = interactions
                .agg(
                        count(lit(1)),
                        // As decimals, because the sum of longs overflows.
                        coalesce(
                                sum(xxhash64(col(USER_ID), col(ITEM_ID), col(STRENGTH), col(ORDERED_AT))
                                        .cast(DataTypes.createDecimalType(20, 0))),
                                lit(BigDecimal.ZERO)),
                        coalesce(max(col(ORDERED_AT)), lit(Instant.EPOCH)))
                .head();
        return new InteractionSummary(
                summary.getLong(0),
                summary.getDecimal(1),
                summary.getTimestamp(2).toInstant());
    }
}
