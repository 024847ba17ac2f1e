package dev.tandem.streaming.query;

import dev.tandem.core.schema.Topic;
import dev.tandem.streaming.metrics.QueryMetrics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.DataStreamWriter;
import org.apache.spark.sql.streaming.Trigger;

/** What a query is started with. */
public record QueryContext(SparkSession spark, StreamSettings settings, QueryMetrics metrics) {
    private static final int FETCH_WAIT_MILLIS = 5;

    /**
     * The records of topics, from the first that Kafka still has: {@code key}, {@code value}, {@code topic}, {@code
     * partition}, {@code offset}, {@code timestamp}.
     */
    public Dataset<Row> records(List<Topic> named) {
        return spark.readStream()
                .format("kafka")
                .option("kafka.bootstrap.servers", settings.kafka().bootstrapServers())
                .option("subscribe", named.stream().map(Topic::name).collect(Collectors.joining(",")))
                .option("startingOffsets", "earliest")
                .option("maxOffsetsPerTrigger", settings.maxBatchRecords())
                // Spark asks for a partition's ends behind a fetch that waits this long for records, on the same
                // connection: with Kafka's 500 ms a batch of few records lasts half a second and more.
                .option("kafka.fetch.max.wait.ms", FETCH_WAIT_MILLIS)
                // Records that Kafka has dropped by age will not come back by refusing to go on.
                .option("failOnDataLoss", "false")
                .load()
                .select("key", "value", "topic", "partition", "offset", "timestamp");
    }

    /**
     * A batch's records in as many parts as there are cores. Kafka's partitions are more, and to start a task for each
     * costs more than to read the few records that a batch mostly has.
     */
    public Dataset<Row> inFewParts(Dataset<Row> records) {
        return records.coalesce(parts());
    }

    /** How many parts a batch is best done in. */
    public int parts() {
        return spark.sparkContext().defaultParallelism();
    }

    /** A stream with a query's name, checkpoint and trigger. */
    public <T> DataStreamWriter<T> writer(Query query, Dataset<T> stream, Duration trigger) {
        String checkpoint = settings.checkpoints().toString().replaceFirst("/*$", "/") + query.name();
        return stream.writeStream()
                .queryName(query.name())
                .option("checkpointLocation", checkpoint)
                .trigger(Trigger.ProcessingTime(trigger.toMillis(), TimeUnit.MILLISECONDS));
    }
}
