package dev.tandem.etl.reconciliation;

import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.feedback.FeedbackCodec;
import dev.tandem.core.feedback.FeedbackRoute;
import dev.tandem.core.offer.Offer;
import dev.tandem.core.offer.OfferCodec;
import dev.tandem.core.schema.Topic;
import dev.tandem.core.schema.Topics;
import dev.tandem.core.settings.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topics of critical feedback and of offers, to which what is missing is sent. */
final class FeedbackTopics implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int DELIVERY_MILLIS = 30_000;
    private static final int REQUEST_MILLIS = 10_000;

    private final Producer<byte[], byte[]> producer;
    private final List<Future<?>> sent = new ArrayList<>();

    FeedbackTopics(KafkaSettings kafka) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrapServers(),
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "tandem-reconcile-feedback",
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        PATIENCE_MILLIS,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        REQUEST_MILLIS,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        DELIVERY_MILLIS),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Fails soon, and with Kafka's own exception, where it is away; Spark would try for minutes. */
    static void requireThere(KafkaSettings kafka) {
        try (FeedbackTopics topics = new FeedbackTopics(kafka)) {
            topics.partitions(Topics.CRITICAL_FEEDBACK);
            topics.partitions(Topics.OFFERS);
        }
    }

    /**
     * Sends a feedback to the stream again. Like what is replayed it counts as received when it first was; its id is in the
     * message, even where it follows from that time.
     */
    void republish(Feedback feedback, Instant now) {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                Topics.CRITICAL_FEEDBACK.name(),
                partition(Topics.CRITICAL_FEEDBACK, feedback),
                feedback.receivedAt().toEpochMilli(),
                feedback.key().getBytes(StandardCharsets.UTF_8),
                FeedbackCodec.encode(feedback));
        message.headers().add(AcceptedFeedback.REPUBLISHED_AT, now.toString().getBytes(StandardCharsets.UTF_8));
        sent.add(producer.send(message));
    }

    /** Sends an offer. */
    void send(Offer offer) {
        Feedback feedback = offer.feedback();
        sent.add(producer.send(new ProducerRecord<>(
                Topics.OFFERS.name(),
                partition(Topics.OFFERS, feedback),
                feedback.key().getBytes(StandardCharsets.UTF_8),
                OfferCodec.encode(offer))));
    }

    /** Waits until the broker has all that was sent. */
    void await() {
        for (Future<?> message : sent) {
            try {
                message.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaException("Interrupted while sending", e);
            } catch (ExecutionException e) {
                throw new KafkaException("Something cannot be sent: " + e.getMessage(), e.getCause());
            }
        }
        sent.clear();
    }

    @Override
    public void close() {
        producer.close();
    }

    private int partition(Topic topic, Feedback feedback) {
        return FeedbackRoute.partition(feedback.score(), feedback.key(), partitions(topic));
    }

    private int partitions(Topic topic) {
        return producer.partitionsFor(topic.name()).size();
    }
}
