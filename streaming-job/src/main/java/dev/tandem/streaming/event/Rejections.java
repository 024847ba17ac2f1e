package dev.tandem.streaming.event;

import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.schema.Topics;
import dev.tandem.core.settings.KafkaSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What a task refuses, on its way to {@code <topic>.rejected}. A batch that is done again sends its refused records again;
 * their position tells that they are the same.
 */
public final class Rejections {
    private static final Map<KafkaSettings, Producer<byte[], byte[]>> PRODUCERS = new ConcurrentHashMap<>();
    private static final int DELIVERY_MILLIS = 30_000;
    private static final int REQUEST_MILLIS = 10_000;

    private final KafkaSettings kafka;
    private final List<Future<?>> sent = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();

    public Rejections(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /** Sends a refused record. */
    public void add(EventRecord event, EventRefusal refusal) {
        counts.merge(refusal.reason().code(), 1L, Long::sum);
        byte[] kept = event.refused(refusal).encode();
        sent.add(PRODUCERS
                .computeIfAbsent(kafka, Rejections::producer)
                .send(new ProducerRecord<>(Topics.rejected(event.topic()), event.key(), kept)));
    }

    /** Waits until Kafka has all of them. */
    public void finish() {
        for (Future<?> record : sent) {
            try {
                record.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaException("Interrupted while keeping a refused record", e);
            } catch (ExecutionException e) {
                throw new KafkaException("A refused record cannot be kept: " + e.getMessage(), e.getCause());
            }
        }
    }

    /** How many were refused, by the code of the reason. */
    public Map<String, Long> counts() {
        return counts;
    }

    private static Producer<byte[], byte[]> producer(KafkaSettings kafka) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrapServers(),
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "tandem-streaming-rejections",
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        // Room for the longest record there can be, and what is said about it.
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        8 * 1024 * 1024,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        REQUEST_MILLIS,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        DELIVERY_MILLIS),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
