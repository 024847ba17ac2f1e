package dev.tandem.streaming.event;

import dev.tandem.core.settings.KafkaSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What a task sends to Kafka, by the one producer that a process has for it, and waits for before it is done. */
public final class Outbox {
    private static final Map<KafkaSettings, Producer<byte[], byte[]>> PRODUCERS = new ConcurrentHashMap<>();
    private static final int DELIVERY_MILLIS = 30_000;
    private static final int REQUEST_MILLIS = 10_000;

    private final KafkaSettings kafka;
    private final List<Future<?>> sent = new ArrayList<>();

    public Outbox(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /** Sends a message. */
    public void send(ProducerRecord<byte[], byte[]> message) {
        sent.add(producer().send(message));
    }

    /** How many partitions a topic has. */
    public int partitions(String topic) {
        return producer().partitionsFor(topic).size();
    }

    /** Waits until Kafka has everything. */
    public void finish() {
        for (Future<?> message : sent) {
            try {
                message.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaException("Interrupted while sending to Kafka", e);
            } catch (ExecutionException e) {
                throw new KafkaException("A record cannot be sent: " + e.getMessage(), e.getCause());
            }
        }
        sent.clear();
    }

    private Producer<byte[], byte[]> producer() {
        return PRODUCERS.computeIfAbsent(kafka, Outbox::open);
    }

    private static Producer<byte[], byte[]> open(KafkaSettings kafka) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrapServers(),
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "tandem-streaming",
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
