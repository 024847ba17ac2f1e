package dev.tandem.training.recommender;

import static dev.tandem.core.schema.Columns.ORDERED_AT;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.shop.TenantId;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Why there is nothing to train a model with, and the way out. */
final class NothingToLearn {
    private NothingToLearn() {}

    /**
     * Looks for the reason.
     *
     * @param lines the tenant's order lines, whatever their kind and time
     */
    static TandemException explain(TenantId tenant, Dataset<Row> lines, DataInterval interval) {
        Row seen = lines.agg(count(lit(1)), min(col(ORDERED_AT)), max(col(ORDERED_AT)))
                .head();
        if (seen.getLong(0) == 0) {
            return new TandemException(
                    FailureKind.INPUT,
                    "Tenant %s has no orders of signed-in users in Cassandra. Run sync-orders for it first"
                            .formatted(tenant));
        }
        return new TandemException(
                FailureKind.INPUT,
                ("Tenant %s has sold nothing to a signed-in user in %s; its orders are from %s to %s. Choose"
                                + " --interval-end (and --interval-start) around them")
                        .formatted(
                                tenant,
                                interval,
                                seen.getTimestamp(1).toInstant(),
                                seen.getTimestamp(2).toInstant()));
    }
}
