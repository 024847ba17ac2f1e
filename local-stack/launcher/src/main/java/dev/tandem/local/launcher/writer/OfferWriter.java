package dev.tandem.local.launcher.writer;

import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.event.RejectedEvent;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.offer.Offer;
import dev.tandem.core.offer.OfferAck;
import dev.tandem.core.offer.OfferCodec;
import dev.tandem.core.schema.Topics;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.core.shop.TenantId;
import dev.tandem.local.launcher.publishing.TopicPublisher;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes offers from their topic, writes each once and acknowledges each time that it comes. How far it has come it tells the
 * broker after the acknowledgements are there: who dies in between gets the same offers again.
 */
final class OfferWriter {
    private static final Logger log = LoggerFactory.getLogger(OfferWriter.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaSettings kafka;
    private final Options options;
    private final Templates templates;
    private final Clock clock;
    private final Consumer<String> print;
    private final WrittenOffers written = new WrittenOffers();
    private long offers;
    private long different;
    private long acknowledgements;
    private long refused;

    /**
     * Which offers, and how.
     *
     * @param tenant whose; empty for all. The writer of one tenant is a consumer group of its own, so that it takes nothing
     *     from the one of all
     * @param from where a group begins that the broker does not know: {@code earliest} or {@code latest}
     */
    record Options(Optional<TenantId> tenant, String from, Acknowledging acknowledging) {
        String group() {
            return tenant.map(id -> "writer." + id).orElse("writer");
        }
    }

    OfferWriter(KafkaSettings kafka, Options options, Templates templates, Clock clock, Consumer<String> print) {
        this.kafka = kafka;
        this.options = options;
        this.templates = templates;
        this.clock = clock;
        this.print = print;
    }

    /** Writes for as long as it is to go on. */
    WriterCounts run(BooleanSupplier goesOn) throws InterruptedException {
        try (KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(properties(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
                TopicPublisher publisher = TopicPublisher.open(kafka)) {
            consumer.subscribe(List.of(Topics.OFFERS.name()));
            while (goesOn.getAsBoolean()) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    if (isMeant(record)) {
                        take(record, publisher);
                    }
                }
                if (!records.isEmpty()) {
                    publisher.flush();
                    commit(consumer);
                }
            }
            return counts();
        } catch (InterruptException e) {
            Thread.interrupted();
            throw new InterruptedException(e.getMessage());
        } catch (KafkaException e) {
            throw new TandemException(
                    FailureKind.DEPENDENCY,
                    "Offers cannot be read from Kafka at %s: %s. See ./tandem status"
                            .formatted(kafka.bootstrapServers(), e.getMessage()),
                    e);
        }
    }

    /** What it has done so far. */
    WriterCounts counts() {
        return new WriterCounts(offers, different, acknowledgements, refused);
    }

    private boolean isMeant(ConsumerRecord<byte[], byte[]> record) {
        return options.tenant().isEmpty()
                || (record.key() != null
                        && new String(record.key(), StandardCharsets.UTF_8)
                                .startsWith(options.tenant().get() + "/"));
    }

    private void take(ConsumerRecord<byte[], byte[]> record, TopicPublisher publisher) throws InterruptedException {
        Offer offer;
        try {
            offer = OfferCodec.decode(value(record));
        } catch (EventRefusal refusal) {
            refused++;
            publisher.publish(rejected(record, refusal));
            return;
        }
        offers++;
        if (written.add(offer)) {
            different++;
            print.accept("%s to %s/%s: %s"
                    .formatted(
                            offer.offerId(),
                            offer.feedback().tenant(),
                            offer.feedback().userId(),
                            Message.of(offer, templates.of(offer.feedback().tenant()))));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (OfferAck ack : options.acknowledging().of(offer, now)) {
            publisher.publish(new ProducerRecord<>(
                    Topics.OFFER_ACKS.name(), ack.key().getBytes(StandardCharsets.UTF_8), ack.encode()));
            acknowledgements++;
        }
    }

    private static ProducerRecord<byte[], byte[]> rejected(
            ConsumerRecord<byte[], byte[]> record, EventRefusal refusal) {
        RejectedEvent event = new RejectedEvent(
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                refusal,
                value(record));
        return new ProducerRecord<>(Topics.OFFERS_REJECTED.name(), record.key(), event.encode());
    }

    private static byte[] value(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null ? new byte[0] : record.value();
    }

    private static void commit(KafkaConsumer<byte[], byte[]> consumer) {
        try {
            consumer.commitSync();
        } catch (CommitFailedException | RebalanceInProgressException e) {
            log.warn("Another writer has some of the partitions now; their last offers come again there", e);
        }
    }

    private Map<String, Object> properties() {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG,
                options.group(),
                ConsumerConfig.CLIENT_ID_CONFIG,
                "tandem-writer",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                options.from(),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false);
    }
}
