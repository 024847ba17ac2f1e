package dev.tandem.etl.digest;

import static dev.tandem.core.schema.CassandraTables.ITEMS;
import static dev.tandem.core.schema.Columns.CATEGORY;
import static dev.tandem.core.schema.Columns.DAY;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.SHARD;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.FeedbackTables.DEMOTED_ITEMS;
import static dev.tandem.core.schema.FeedbackTables.FEEDBACK_BY_DAY;
import static dev.tandem.core.schema.FeedbackTables.FEEDBACK_DIGEST_BY_CATEGORY;
import static dev.tandem.core.schema.FeedbackTables.FEEDBACK_DIGEST_BY_ITEM;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sequence;

import dev.tandem.core.feedback.FeedbackDay;
import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.cassandra.CassandraSink;
import dev.tandem.runtime.cassandra.CassandraSource;
import dev.tandem.runtime.job.JobContext;
import dev.tandem.runtime.job.JobReport;
import dev.tandem.runtime.job.JobRunner;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * Counts a tenant's ratings by item and by category, and finds the items that many are unhappy with. What had ratings within
 * an earlier window and has none within this one is deleted.
 */
public final class DigestFeedbackJob {
    static final String ID = "digest-feedback";

    private DigestFeedbackJob() {}

    public static void main(String[] args) {
        JobRunner.main(ID, args, new DigestFeedbackOptions(), DigestFeedbackJob::run);
    }

    static JobReport run(JobContext context, DigestFeedbackConfig config) {
        TenantId tenant = context.tenant();
        DataInterval window = config.window();
        CassandraSource source =
                new CassandraSource(context.spark(), config.job().cassandra());
        CassandraSink sink = new CassandraSink(config.job().cassandra());
        Dataset<Row> feedback = source.find(days(context.spark(), tenant, window), FEEDBACK_BY_DAY);
        Dataset<Row> counts = Digests.count(feedback, window)
                .withColumn(TENANT_ID, lit(tenant.value()))
                .persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> byItem = Digests.rows(Digests.byItem(counts), tenant, window);
        Dataset<Row> byCategory = Digests.rows(
                        Digests.byCategory(counts, source.find(Digests.byItem(counts), ITEMS)), tenant, window)
                .persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> demoted = Digests.demoted(byItem, config.demotion());
        try {
            long read = context.step("read feedback", () -> Digests.ratings(counts));
            long items = context.step("write digests of items", () -> sink.upsert(byItem, FEEDBACK_DIGEST_BY_ITEM));
            long categories = context.step(
                    "write digests of categories", () -> sink.upsert(byCategory, FEEDBACK_DIGEST_BY_CATEGORY));
            long down = context.step("write demoted items", () -> sink.upsert(demoted, DEMOTED_ITEMS));
            long gone = context.step("delete what has no ratings any more", () -> {
                Dataset<Row> ofItems = source.read(FEEDBACK_DIGEST_BY_ITEM, tenant);
                Dataset<Row> ofCategories = source.read(FEEDBACK_DIGEST_BY_CATEGORY, tenant);
                return sink.delete(Digests.gone(ofItems, byItem, ITEM_ID), FEEDBACK_DIGEST_BY_ITEM)
                        + sink.delete(Digests.gone(ofCategories, byCategory, CATEGORY), FEEDBACK_DIGEST_BY_CATEGORY);
            });
            long up = context.step("delete what is demoted no more", () -> {
                Dataset<Row> before = source.read(DEMOTED_ITEMS, tenant);
                return sink.delete(Digests.gone(before, demoted, ITEM_ID), DEMOTED_ITEMS);
            });
            return context.report(window)
                    .count("feedback", read)
                    .count("items", items)
                    .count("categories", categories)
                    .count("demoted", down)
                    .count("demoted_no_more", up)
                    .count("deleted", gone);
        } finally {
            byCategory.unpersist();
            counts.unpersist();
        }
    }

    /** The keys of the parts of {@code feedback_by_day} that a window is in. */
    private static Dataset<Row> days(SparkSession spark, TenantId tenant, DataInterval window) {
        return spark.createDataset(FeedbackDay.of(window), Encoders.STRING())
                .toDF(DAY)
                .select(
                        lit(tenant.value()).as(TENANT_ID),
                        col(DAY),
                        explode(sequence(lit(0), lit(FeedbackDay.SHARDS - 1))).as(SHARD));
    }
}
