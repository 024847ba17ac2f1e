package dev.tandem.streaming;

import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.CassandraOptions;
import dev.tandem.core.settings.KafkaOptions;
import dev.tandem.core.settings.PostgresOptions;
import dev.tandem.core.settings.SettingsSource;
import dev.tandem.core.shop.TenantId;
import dev.tandem.streaming.query.FeedbackSettings;
import dev.tandem.streaming.query.StreamSettings;
import dev.tandem.streaming.query.Tuning;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@link StreamingConfig}. */
final class StreamingOptions implements SettingsSource<StreamingConfig> {
    private static final int MAX_PORT = 65_535;

    @Option(
            names = "--queries",
            split = ",",
            defaultValue = "all",
            description = "Queries to run, parted by commas: views, …; all for every one.")
    private List<String> queries = new ArrayList<>();

    @Option(
            names = "--checkpoints.uri",
            defaultValue = "var/checkpoints",
            description = "Folder in which each query keeps how far it has come: a path, or a URI such as hdfs://….")
    private URI checkpoints = URI.create("");

    @Option(
            names = "--trigger.interval",
            defaultValue = "PT0.1S",
            description = "How long a query waits at the least from one batch's begin to the next one's.")
    private Duration trigger = Duration.ZERO;

    @Option(
            names = "--max-batch-records",
            defaultValue = "20000",
            description = "How many records a batch takes at the most.")
    private long maxBatchRecords;

    @Option(
            names = "--product-views-tenant",
            defaultValue = "shop",
            description = "The tenant whose views come on topic product_views, which names none.")
    private String productViewsTenant = "";

    @Option(
            names = "--pending-orders.overdue-after",
            defaultValue = "P1D",
            description = "How long an order may wait for its user and items before the log tells of it.")
    private Duration ordersOverdueAfter = Duration.ZERO;

    @Option(
            names = "--critical-feedback.trigger-interval",
            defaultValue = "PT0.05S",
            description = "How long critical feedback waits at the least from one batch's begin to the next one's.")
    private Duration feedbackTrigger = Duration.ZERO;

    @Option(
            names = "--critical-feedback.max-batch-records",
            defaultValue = "300",
            description = "How many records of critical feedback of each score a batch takes at the most.")
    private long feedbackMaxBatchRecords;

    @Option(
            names = "--tuning",
            defaultValue = "tandem",
            description = "tandem; spark: what Spark and Kafka do by themselves, to be compared with.")
    private Tuning tuning = Tuning.TANDEM;

    @Option(names = "--metrics.host", defaultValue = "127.0.0.1", description = "Address of /metrics and /health.")
    private String metricsHost = "";

    @Option(
            names = "--metrics.port",
            defaultValue = "7071",
            description = "Port of /metrics and /health; 0 takes a free one.")
    private int metricsPort;

    @Option(
            names = "--spark.master",
            defaultValue = "local[*]",
            description = "Where Spark runs; what spark-submit says wins.")
    private String sparkMaster = "";

    @Option(
            names = "--spark.shuffle-partitions",
            defaultValue = "4",
            description = "Parts of a shuffle and of a query's state; what spark-submit says wins.")
    private int shufflePartitions;

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private final CassandraOptions cassandra = new CassandraOptions();

    @Mixin
    private final PostgresOptions postgres = new PostgresOptions();

    @Override
    public StreamingConfig toSettings() {
        if (metricsPort < 0 || metricsPort > MAX_PORT) {
            throw TandemException.invalid("--metrics.port", Integer.toString(metricsPort), "0 to " + MAX_PORT);
        }
        if (trigger.isNegative()) {
            throw TandemException.invalid("--trigger.interval", trigger.toString(), "PT0S or more");
        }
        if (ordersOverdueAfter.isNegative()) {
            throw TandemException.invalid(
                    "--pending-orders.overdue-after", ordersOverdueAfter.toString(), "PT0S or more");
        }
        if (maxBatchRecords < 1) {
            throw TandemException.invalid("--max-batch-records", Long.toString(maxBatchRecords), "1 or more");
        }
        if (feedbackTrigger.isNegative()) {
            throw TandemException.invalid(
                    "--critical-feedback.trigger-interval", feedbackTrigger.toString(), "PT0S or more");
        }
        if (feedbackMaxBatchRecords < 1) {
            throw TandemException.invalid(
                    "--critical-feedback.max-batch-records", Long.toString(feedbackMaxBatchRecords), "1 or more");
        }
        if (shufflePartitions < 1) {
            throw TandemException.invalid(
                    "--spark.shuffle-partitions", Integer.toString(shufflePartitions), "1 or more");
        }
        return new StreamingConfig(
                Queries.named(new LinkedHashSet<>(queries)),
                new StreamSettings(
                        kafka.toSettings(),
                        cassandra.toSettings(),
                        postgres.toSettings(),
                        absolute(checkpoints),
                        trigger,
                        maxBatchRecords,
                        new TenantId(productViewsTenant),
                        ordersOverdueAfter,
                        new FeedbackSettings(feedbackTrigger, feedbackMaxBatchRecords),
                        tuning),
                metricsHost,
                metricsPort,
                sparkMaster,
                shufflePartitions);
    }

    /** A path without a scheme means this machine's files, wherever the process stands later. */
    private static URI absolute(URI folder) {
        return folder.getScheme() == null
                ? Path.of(folder.toString()).toAbsolutePath().toUri()
                : folder;
    }
}
