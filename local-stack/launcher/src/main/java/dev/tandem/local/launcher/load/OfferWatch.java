package dev.tandem.local.launcher.load;

import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.offer.Offer;
import dev.tandem.core.offer.OfferCodec;
import dev.tandem.core.schema.Topics;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.core.shop.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The topic of offers from where it ended when the watch began. */
final class OfferWatch implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaSettings settings;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String key;
    private final OfferTally tally;

    private OfferWatch(KafkaSettings settings, KafkaConsumer<byte[], byte[]> consumer, String key, OfferTally tally) {
        this.settings = settings;
        this.consumer = consumer;
        this.key = key;
        this.tally = tally;
    }

    /**
     * A watch that begins now.
     *
     * @param prefix of the ids of the feedback whose offers count
     */
    static OfferWatch begin(KafkaSettings settings, TenantId tenant, String prefix) throws InterruptedException {
        Map<String, Object> properties = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.bootstrapServers(),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false);
        OfferWatch watch = new OfferWatch(
                settings,
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                tenant + "/",
                new OfferTally(prefix));
        return watch.translated(() -> {
            List<TopicPartition> partitions = watch.consumer.partitionsFor(Topics.OFFERS.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            watch.consumer.assign(partitions);
            watch.consumer.endOffsets(partitions).forEach(watch.consumer::seek);
            return watch;
        });
    }

    /**
     * Waits until each feedback has an offer, or a time is over, and reads whatever else is there by then.
     *
     * @param feedback its numbers
     */
    OfferTally await(BitSet feedback, Instant end) throws InterruptedException {
        return translated(() -> {
            BitSet missing = (BitSet) feedback.clone();
            missing.andNot(tally.answered());
            while (!missing.isEmpty() && Instant.now().isBefore(end)) {
                poll();
                missing.andNot(tally.answered());
            }
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(each -> consumer.position(each.getKey()) < each.getValue())) {
                poll();
            }
            return tally;
        });
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void poll() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            if (record.key() != null && new String(record.key(), StandardCharsets.UTF_8).startsWith(key)) {
                offer(record.value()).ifPresent(offer -> tally.add(offer, Instant.ofEpochMilli(record.timestamp())));
            }
        }
    }

    /** What can be read; the rest is for the writer to refuse. */
    private static Optional<Offer> offer(byte[] message) {
        try {
            return Optional.of(OfferCodec.decode(message));
        } catch (EventRefusal e) {
            return Optional.empty();
        }
    }

    /** Reading, which may take its time. */
    @FunctionalInterface
    private interface Reading<T> {
        T read();
    }

    private <T> T translated(Reading<T> reading) throws InterruptedException {
        try {
            return reading.read();
        } catch (InterruptException e) {
            Thread.interrupted();
            throw new InterruptedException(e.getMessage());
        } catch (KafkaException e) {
            throw new TandemException(
                    FailureKind.DEPENDENCY,
                    "Offers cannot be read from Kafka at %s: %s. See ./tandem status"
                            .formatted(settings.bootstrapServers(), e.getMessage()),
                    e);
        }
    }
}
