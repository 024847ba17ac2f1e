package dev.tandem.etl.bench;

import static org.apache.spark.sql.functions.col;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.etl.changes.SyncLimits;
import dev.tandem.etl.changes.SyncMode;
import dev.tandem.etl.changes.WantedRows;
import dev.tandem.etl.orders.OrderQueries;
import dev.tandem.etl.orders.SyncOrdersConfig;
import dev.tandem.etl.orders.SyncOrdersJob;
import dev.tandem.runtime.cassandra.CassandraAccess;
import dev.tandem.runtime.cassandra.CassandraSlices;
import dev.tandem.runtime.job.JobContext;
import dev.tandem.runtime.job.JobReport;
import dev.tandem.runtime.job.JobSettings;
import dev.tandem.runtime.postgres.PostgresReader;
import dev.tandem.runtime.postgres.PostgresSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** The ways from PostgreSQL to Cassandra, all with the same connections to PostgreSQL at once. */
final class Ways {
    private static final int READERS = 4;
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private final SparkSession spark;
    private final JobSettings settings;

    Ways(SparkSession spark, JobSettings settings) {
        this.spark = spark;
        this.settings = settings;
    }

    /** Spark's JDBC reader into the connector, as both come out of the box. */
    void connectorDefaults() {
        for (OrderQueries orders : OrderQueries.values()) {
            WantedRows rows = orders.all(BenchShop.TENANT);
            Column[] columns =
                    rows.table().columnNames().stream().map(name -> col(name)).toArray(Column[]::new);
            new PostgresSource(spark, settings.postgres())
                    .read(rows.query(), rows.partColumn(), READERS)
                    .select(columns)
                    .write()
                    .format(CassandraAccess.FORMAT)
                    .options(new CassandraAccess(settings.cassandra()).options(rows.table()))
                    .mode(SaveMode.Append)
                    .save();
        }
    }

    /** The driver alone: the ceiling. */
    long plainDriver() {
        return List.of(OrderQueries.values()).stream()
                .mapToLong(orders -> plainDriver(orders.all(BenchShop.TENANT)))
                .sum();
    }

    private long plainDriver(WantedRows rows) {
        PostgresReader reader = new PostgresReader(settings.postgres());
        CassandraSlices.Access access = CassandraSlices.Access.to(settings.cassandra(), rows.table(), rows.sliceKey());
        List<PlainTask> tasks = IntStream.range(0, READERS)
                .mapToObj(part -> new PlainTask(reader, rows.part(READERS, part), rows.columns(), access))
                .toList();
        return JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(tasks, READERS)
                .map(PlainTask::run)
                .reduce(Long::sum);
    }

    /** The job itself. */
    JobReport syncOrders(SyncMode mode) {
        return SyncOrdersJob.run(
                new JobContext("sync-orders", spark, BenchShop.TENANT, NOW),
                new SyncOrdersConfig(
                        settings, DataInterval.upTo(NOW, Duration.ofDays(1)), mode, new SyncLimits(READERS, 0)));
    }
}
