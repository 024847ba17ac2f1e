package dev.tandem.streaming.bench;

import dev.tandem.core.offer.Offer;
import dev.tandem.core.offer.OfferCodec;
import dev.tandem.core.schema.Topics;
import dev.tandem.core.settings.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a tenant's offers from now on, each with the time since the receipt of what it answers. */
final class OfferTimes implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String prefix;
    private final Thread reading = new Thread(this::read, "offer-times");
    private final List<Long> millis = new ArrayList<>();
    private volatile boolean isClosed;

    private OfferTimes(KafkaConsumer<byte[], byte[]> consumer, String prefix) {
        this.prefix = prefix;
        this.consumer = consumer;
    }

    static OfferTimes begin(KafkaSettings kafka, String tenant) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrapServers(),
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        500),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.OFFERS.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Where the end is, is found out only when it is asked for.
        partitions.forEach(consumer::position);
        OfferTimes times = new OfferTimes(consumer, tenant + "/");
        times.reading.setDaemon(true);
        times.reading.start();
        return times;
    }

    /** Forgets what came so far. */
    synchronized void reset() {
        millis.clear();
    }

    /** The times so far, shortest first. */
    synchronized List<Long> sorted() {
        return millis.stream().sorted().toList();
    }

    synchronized int count() {
        return millis.size();
    }

    private void read() {
        try (consumer) {
            while (!isClosed) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofMillis(100))) {
                    if (message.key() != null && new String(message.key(), StandardCharsets.UTF_8).startsWith(prefix)) {
                        take(message.value());
                    }
                }
            }
        }
    }

    private synchronized void take(byte[] message) {
        Offer offer = OfferCodec.decode(message);
        millis.add(
                Duration.between(offer.feedback().receivedAt(), Instant.now()).toMillis());
    }

    @Override
    public void close() {
        isClosed = true;
        try {
            reading.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
