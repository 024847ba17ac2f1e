package dev.tandem.streaming.query;

import dev.tandem.core.schema.Topic;
import dev.tandem.streaming.event.EventRecord;
import dev.tandem.streaming.metrics.QueryMetrics;
import java.io.Serializable;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.streaming.DataStreamReader;
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
        String names = named.stream().map(Topic::name).collect(Collectors.joining(","));
        return records("subscribe", names, settings.maxBatchRecords());
    }

    /**
     * The same of some partitions of a topic, as a source of their own: its records have their share of each batch, whatever
     * waits elsewhere.
     *
     * @param until the partition after the last one
     * @param maxBatchRecords how many records it gives to a batch at the most
     */
    public Dataset<Row> records(Topic topic, int from, int until, long maxBatchRecords) {
        String partitions =
                IntStream.range(from, until).mapToObj(Integer::toString).collect(Collectors.joining(","));
        return records("assign", "{\"%s\":[%s]}".formatted(topic.name(), partitions), maxBatchRecords);
    }

    private Dataset<Row> records(String choice, String chosen, long maxBatchRecords) {
        DataStreamReader reader = spark.readStream()
                .format("kafka")
                .option("kafka.bootstrap.servers", settings.kafka().bootstrapServers())
                .option(choice, chosen)
                .option("startingOffsets", "earliest")
                // Records that Kafka has dropped by age will not come back by refusing to go on.
                .option("failOnDataLoss", "false");
        if (settings.tuning() == Tuning.TANDEM) {
            reader.option("maxOffsetsPerTrigger", maxBatchRecords)
                    // Spark asks for a partition's ends behind a fetch that waits this long for records, on the same
                    // connection: with Kafka's 500 ms a batch of few records lasts half a second and more.
                    .option("kafka.fetch.max.wait.ms", FETCH_WAIT_MILLIS);
        }
        return reader.load().select("key", "value", "topic", "partition", "offset", "timestamp");
    }

    /** How many partitions a topic has now. */
    public int partitions(Topic topic) {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.kafka().bootstrapServers()))) {
            TopicDescription described = admin.describeTopics(List.of(topic.name()))
                    .allTopicNames()
                    .get()
                    .get(topic.name());
            return Objects.requireNonNull(described, "Kafka has told of other topics")
                    .partitions()
                    .size();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while asking for the partitions of " + topic.name(), e);
        } catch (ExecutionException e) {
            throw new KafkaException("There is no word of the partitions of " + topic.name(), e.getCause());
        }
    }

    /**
     * A batch's records in as many parts as there are cores. Kafka's partitions are more, and to start a task for each
     * costs more than to read the few records that a batch mostly has.
     */
    public Dataset<Row> inFewParts(Dataset<Row> records) {
        return settings.tuning() == Tuning.TANDEM ? records.coalesce(parts()) : records;
    }

    /**
     * What tasks make of a batch's records, each of one of a few parts. The records are taken as Spark has them inside: to
     * plan a typed operation for each batch costs more than to do it.
     */
    public <T extends Serializable> List<T> make(Dataset<Row> records, PartTask<T> task) {
        return make(records, parts(), task);
    }

    /** The same in so many parts at the most. */
    public <T extends Serializable> List<T> make(Dataset<Row> records, int most, PartTask<T> task) {
        JavaRDD<InternalRow> rows = records.queryExecution().toRdd().toJavaRDD();
        JavaRDD<InternalRow> parts = settings.tuning() == Tuning.TANDEM ? rows.coalesce(most) : rows;
        return parts.mapPartitions(
                        part -> List.of(task.make(new RecordsOfPart(part))).iterator())
                .collect();
    }

    /** The records of a part, one at a time. */
    private record RecordsOfPart(Iterator<InternalRow> rows) implements Iterator<EventRecord> {
        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public EventRecord next() {
            return EventRecord.of(rows.next());
        }
    }

    /** How many parts a batch is best done in. */
    public int parts() {
        return spark.sparkContext().defaultParallelism();
    }

    /** A stream with a query's name, checkpoint and trigger. */
    public <T> DataStreamWriter<T> writer(Query query, Dataset<T> stream, Duration trigger) {
        String checkpoint = settings.checkpoints().toString().replaceFirst("/*$", "/") + query.name();
        DataStreamWriter<T> writer =
                stream.writeStream().queryName(query.name()).option("checkpointLocation", checkpoint);
        return settings.tuning() == Tuning.TANDEM
                ? writer.trigger(Trigger.ProcessingTime(trigger.toMillis(), TimeUnit.MILLISECONDS))
                : writer;
    }
}
