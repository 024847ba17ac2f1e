package dev.tandem.streaming.criticalfeedback;

import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.feedback.FeedbackRoute;
import dev.tandem.core.offer.Offer;
import dev.tandem.core.offer.OfferCodec;
import dev.tandem.core.schema.Topics;
import dev.tandem.core.settings.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topic of offers, as the one who makes them sees it. For one thread. */
final class OfferTopic implements AutoCloseable {
    private static final int DELIVERY_MILLIS = 30_000;
    private static final int REQUEST_MILLIS = 10_000;

    private final Producer<byte[], byte[]> producer;
    private final Consumer<Duration> timesToOffer;
    private final List<Future<?>> sent = new ArrayList<>();

    /**
     * @param timesToOffer takes, for each offer, the time from the feedback's receipt until the broker had the offer
     */
    OfferTopic(KafkaSettings kafka, Consumer<Duration> timesToOffer) {
        this.timesToOffer = timesToOffer;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrapServers(),
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "tandem-offers",
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        REQUEST_MILLIS,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        DELIVERY_MILLIS),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Sends the offers among decisions, in their order. */
    void send(Collection<Decision> decisions) {
        int partitions = producer.partitionsFor(Topics.OFFERS.name()).size();
        for (Decision decision : decisions) {
            Offer offer = decision.offer();
            if (offer != null) {
                sent.add(send(offer, partitions));
            }
        }
    }

    private Future<?> send(Offer offer, int partitions) {
        Feedback feedback = offer.feedback();
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                Topics.OFFERS.name(),
                FeedbackRoute.partition(feedback.score(), feedback.key(), partitions),
                feedback.key().getBytes(StandardCharsets.UTF_8),
                OfferCodec.encode(offer));
        return producer.send(message, (position, failure) -> {
            if (failure == null) {
                timesToOffer.accept(Duration.between(feedback.receivedAt(), Instant.now()));
            }
        });
    }

    /** Waits until Kafka has all of them. */
    void finish() {
        try {
            for (Future<?> offer : sent) {
                offer.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while sending an offer", e);
        } catch (ExecutionException e) {
            throw new KafkaException("An offer cannot be sent: " + e.getMessage(), e.getCause());
        } finally {
            sent.clear();
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
