package dev.tandem.etl.reconciliation;

import static dev.tandem.core.schema.FeedbackTables.FEEDBACK_BY_ID;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.feedback.FeedbackCodec;
import dev.tandem.core.feedback.FeedbackRoute;
import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.offer.Offer;
import dev.tandem.core.offer.OfferCodec;
import dev.tandem.core.offer.OfferId;
import dev.tandem.core.schema.Table;
import dev.tandem.core.schema.Topic;
import dev.tandem.core.schema.Topics;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.etl.Shop;
import dev.tandem.runtime.cassandra.CassandraSink;
import dev.tandem.runtime.job.JobReport;
import dev.tandem.runtime.testing.Rows;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** A shop whose users complain, and what the stream has made of it. */
final class FeedbackShop {
    private static final int PARTITIONS = 3;

    private final Shop shop = Shop.open();
    private final String brokers = shop.lease().kafkaBootstrapServers();
    private final List<ProducerRecord<byte[], byte[]>> accepted = new ArrayList<>();
    private final SparkSession spark;
    private Rows rows = Rows.of(FEEDBACK_BY_ID);

    FeedbackShop(SparkSession spark) {
        this.spark = spark;
    }

    /** What a topic has of a shop. */
    record Message(int partition, Instant receivedAt, String value) {}

    /** A feedback that Kafka takes. */
    Feedback accept(String id, String user, int score, Instant receivedAt) {
        Feedback feedback =
                new Feedback(id, shop.tenant(), user, "cup", score, "Bad", receivedAt, receivedAt, Set.of());
        accepted.add(new ProducerRecord<>(
                Topics.CRITICAL_FEEDBACK.name(),
                FeedbackRoute.partition(Math.min(score, 3), feedback.key(), PARTITIONS),
                receivedAt.toEpochMilli(),
                feedback.key().getBytes(UTF_8),
                FeedbackCodec.encode(feedback)));
        return feedback;
    }

    /** An offer that the stream has stored; its feedback was received ten seconds before. */
    void offer(
            Feedback feedback,
            int attempts,
            @Nullable Instant sentAt,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant undeliverableAt) {
        Instant offeredAt = feedback.receivedAt().plusSeconds(10);
        Offer offer = new Offer(
                OfferId.of(feedback.feedbackId()),
                feedback,
                "Ada",
                "Cup",
                "kitchen",
                "Our apologies",
                null,
                "no_coupon_fits",
                0,
                0,
                offeredAt,
                1);
        Timestamp received = Timestamp.from(feedback.receivedAt());
        rows = rows.row(
                shop.tenant().value(),
                feedback.feedbackId(),
                feedback.userId(),
                feedback.itemId(),
                feedback.score(),
                feedback.text(),
                received,
                received,
                null,
                null,
                OfferCodec.text(offer),
                Timestamp.from(offeredAt),
                sentAt == null ? null : Timestamp.from(offeredAt.plusSeconds(1)),
                attempts,
                time(sentAt),
                time(acknowledgedAt),
                time(undeliverableAt));
    }

    private static @Nullable Timestamp time(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    /** Brings all that was told to Kafka and Cassandra. */
    void store() throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (ProducerRecord<byte[], byte[]> record : accepted) {
                producer.send(record).get();
            }
        }
        new CassandraSink(shop.lease().cassandra()).upsert(rows.toDataset(spark), FEEDBACK_BY_ID);
        accepted.clear();
        rows = Rows.of(FEEDBACK_BY_ID);
    }

    JobReport reconcile(DataInterval interval) {
        return ReconcileFeedbackJob.run(
                shop.context(ReconcileFeedbackJob.ID, spark),
                new ReconcileFeedbackConfig(
                        shop.settings(),
                        new KafkaSettings(brokers),
                        interval,
                        Duration.ofMinutes(1),
                        new RetrySchedule(Duration.ofMinutes(15), 5)));
    }

    /** The tenant's rows of a table. */
    List<String> rows(Table table, String... columns) {
        return shop.rows(spark, table, columns).stream().map(Row::toString).toList();
    }

    /** What a topic has under a user's key, in the order of its partitions. */
    List<Message> messages(Topic topic, String user) {
        String key = shop.tenant().value() + "/" + user;
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Message> messages = new ArrayList<>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    if (record.key() != null && new String(record.key(), UTF_8).equals(key)) {
                        messages.add(new Message(
                                record.partition(),
                                Instant.ofEpochMilli(record.timestamp()),
                                new String(record.value(), UTF_8)));
                    }
                }
            }
            return messages;
        }
    }
}
