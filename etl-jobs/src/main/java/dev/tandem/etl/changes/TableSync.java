package dev.tandem.etl.changes;

import static dev.tandem.etl.changes.WantedRows.IS_PRESENT;
import static org.apache.spark.sql.functions.col;

import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.cassandra.CassandraSink;
import dev.tandem.runtime.cassandra.CassandraSlices;
import dev.tandem.runtime.cassandra.CassandraSource;
import dev.tandem.runtime.job.JobContext;
import dev.tandem.runtime.job.JobSettings;
import dev.tandem.runtime.postgres.PostgresReader;
import dev.tandem.runtime.postgres.PostgresSource;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Brings Cassandra tables to the state that PostgreSQL says, writing only what differs.
 *
 * <p>Each Spark task streams its part of the rows in the order of their slices. It looks a slice up, compares and writes,
 * with many slices under way at once: no shuffle, and no scan of Cassandra, however large the table is.
 */
public final class TableSync {
    private final SparkSession spark;
    private final JobSettings settings;
    private final SyncLimits limits;

    public TableSync(JobContext context, JobSettings settings, SyncLimits limits) {
        this.spark = context.spark();
        this.settings = settings;
        this.limits = limits;
    }

    /**
     * Makes the slices that are named hold what they should, and nothing else; other slices stay as they are. What is there
     * is counted slice by slice. Cost: one read of Cassandra a slice, and one more where something was written.
     */
    public Outcome applyTo(WantedRows wanted) {
        return apply(wanted, SliceTask.Counting.SLICES).outcome();
    }

    /**
     * Makes a tenant's part of the table hold what it should, and nothing else. Cassandra counts the rows of each partition
     * that was named, and lists the partitions there are; only where that is too much are rows searched for that do not
     * belong. Cost: one read of Cassandra a slice, one a partition, and the keys of the table's partitions.
     */
    public Outcome applyToAll(WantedRows wanted, TenantId tenant) {
        SliceTask.Done done = apply(wanted, SliceTask.Counting.PARTITIONS);
        CassandraSource source = new CassandraSource(spark, settings.cassandra());
        boolean hasStrays = done.outcome().there() > done.outcome().wanted()
                || source.partitions(wanted.table(), tenant) > done.partitions();
        if (!hasStrays) {
            return done.outcome();
        }
        Dataset<Row> current = source.read(wanted.table(), tenant);
        long strays = deleteStrays(wanted, current);
        return done.outcome().withStraysDeleted(strays, current.count());
    }

    private SliceTask.Done apply(WantedRows wanted, SliceTask.Counting counting) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        PostgresReader reader = new PostgresReader(settings.postgres());
        CassandraSlices.Access access =
                CassandraSlices.Access.to(settings.cassandra(), wanted.table(), wanted.sliceKey());
        int atOnce = Math.min(limits.readers(), Math.max(1, context.defaultParallelism()));
        SliceTask.Pace pace = new SliceTask.Pace(limits.maxRowsPerSecond(), atOnce);
        List<SliceTask> tasks = IntStream.range(0, limits.readers())
                .mapToObj(part -> new SliceTask(
                        reader, wanted.part(limits.readers(), part), wanted.columns(), access, counting, pace))
                .toList();
        return context.parallelize(tasks, limits.readers()).map(SliceTask::run).collect().stream()
                .reduce(SliceTask.Done.NOTHING, SliceTask.Done::plus);
    }

    private long deleteStrays(WantedRows wanted, Dataset<Row> current) {
        List<String> key = wanted.table().primaryKey();
        Dataset<Row> belonging = new PostgresSource(spark, settings.postgres())
                .read(wanted.query(), wanted.partColumn(), limits.readers())
                .where(col(IS_PRESENT));
        Dataset<Row> strays =
                current.join(belonging, CollectionConverters.asScala(key).toSeq(), "left_anti");
        return new CassandraSink(settings.cassandra()).delete(strays, wanted.table());
    }
}
