package dev.tandem.etl.bestsellers;

import static dev.tandem.core.schema.CassandraTables.BEST_SELLERS_BY_CATEGORY;
import static dev.tandem.core.schema.CassandraTables.ITEMS;
import static dev.tandem.core.schema.CassandraTables.ORDER_LINES_BY_USER;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.runtime.cassandra.CassandraSink;
import dev.tandem.runtime.cassandra.CassandraSource;
import dev.tandem.runtime.job.JobContext;
import dev.tandem.runtime.job.JobReport;
import dev.tandem.runtime.job.JobRunner;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Ranks a tenant's items by how many different users bought them in the calendar month before the interval's end, per
 * category and overall; who gave an item back is no buyer of it. Nobody knows who stands behind an anonymous order, so those count for no one.
 */
public final class BuildBestSellersJob {
    static final String ID = "build-best-sellers";

    private BuildBestSellersJob() {}

    public static void main(String[] args) {
        JobRunner.main(ID, args, new BuildBestSellersOptions(), BuildBestSellersJob::run);
    }

    static JobReport run(JobContext context, BuildBestSellersConfig config) {
        CassandraSource source =
                new CassandraSource(context.spark(), config.job().cassandra());
        CassandraSink sink = new CassandraSink(config.job().cassandra());
        DataInterval month = config.month();
        Dataset<Row> items = source.read(ITEMS, context.tenant()).persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> lines = BestSellers.within(month, source.read(ORDER_LINES_BY_USER, context.tenant()))
                .persist(StorageLevel.MEMORY_AND_DISK());
        try {
            long catalogue = context.step("read items", items::count);
            long read = context.step("read lines", lines::count);
            BestSellerLists.Stamp stamp = new BestSellerLists.Stamp(
                    context.tenant(), config.version(), BestSellers.latest(lines, month.end()), context.startedAt());
            Dataset<Row> lists = BestSellerLists.of(
                    BestSellers.rank(BestSellers.buyers(lines), items, config.limit()), items, stamp);
            long written = context.step("write lists", () -> sink.upsert(lists, BEST_SELLERS_BY_CATEGORY));
            Dataset<Row> gone = BestSellerLists.gone(source.read(BEST_SELLERS_BY_CATEGORY, context.tenant()), items);
            long deleted =
                    context.step("delete lists of gone categories", () -> sink.delete(gone, BEST_SELLERS_BY_CATEGORY));
            return context.report(month)
                    .count("items", catalogue)
                    .count("lines", read)
                    .count("written", written)
                    .count("deleted", deleted)
                    .note("model_version", config.version());
        } finally {
            lines.unpersist();
            items.unpersist();
        }
    }
}
