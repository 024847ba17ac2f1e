package dev.tandem.serving.offer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.offer.OfferCodec;
import dev.tandem.core.schema.Topics;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.core.shop.TenantId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The offers in Kafka, read from the end of every partition by one thread, which begins with the first who listens. A broker
 * that is away is sought again for as long as it takes; what was published meanwhile is brought then.
 */
public final class KafkaOfferFeed implements OfferFeed, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(KafkaOfferFeed.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int PATIENCE_MILLIS = 5_000;
    private static final long STOP_SECONDS = 5;

    private final KafkaSettings settings;
    private final CompletableFuture<Void> listening = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private @Nullable Thread reader;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
    private boolean isAway;

    public KafkaOfferFeed(KafkaSettings settings) {
        this.settings = settings;
    }

    @Override
    public synchronized CompletableFuture<Void> open(Consumer<PublishedOffer> listener) {
        if (reader == null && closed.getCount() > 0) {
            reader = new Thread(() -> read(listener), "offer-feed");
            reader.setDaemon(true);
            reader.start();
        }
        return listening;
    }

    @Override
    public void close() {
        closed.countDown();
        KafkaConsumer<byte[], byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        Thread running;
        synchronized (this) {
            running = reader;
        }
        try {
            if (running != null) {
                running.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(Consumer<PublishedOffer> listener) {
        while (closed.getCount() > 0) {
            try (KafkaConsumer<byte[], byte[]> connected = new KafkaConsumer<>(consumerSettings())) {
                consumer = connected;
                follow(connected, listener);
            } catch (WakeupException e) {
                log.debug("The feed of offers is closed", e);
            } catch (KafkaException e) {
                failed(e);
                pause();
            }
        }
    }

    private void follow(KafkaConsumer<byte[], byte[]> connected, Consumer<PublishedOffer> listener) {
        List<TopicPartition> partitions = connected.partitionsFor(Topics.OFFERS.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException("There is no topic " + Topics.OFFERS.name());
        }
        connected.assign(partitions);
        // Asked for now, and not when the first poll gets to it: whoever is told that it listens must miss nothing.
        connected.endOffsets(partitions).forEach(next::putIfAbsent);
        partitions.forEach(partition -> connected.seek(partition, next.getOrDefault(partition, 0L)));
        found();
        listening.complete(null);
        while (closed.getCount() > 0) {
            for (ConsumerRecord<byte[], byte[]> message : connected.poll(POLL)) {
                next.put(new TopicPartition(message.topic(), message.partition()), message.offset() + 1);
                bring(message, listener);
            }
        }
    }

    private static void bring(ConsumerRecord<byte[], byte[]> message, Consumer<PublishedOffer> listener) {
        byte[] value = message.value();
        if (value == null) {
            return;
        }
        TenantId tenant;
        try {
            tenant = OfferCodec.decode(value).feedback().tenant();
        } catch (EventRefusal e) {
            log.debug("No offer at {}-{}", message.partition(), message.offset(), e);
            return;
        }
        // No JSON has a raw line end but between its tokens.
        String line = new String(value, UTF_8).replace('\n', ' ').replace('\r', ' ');
        listener.accept(new PublishedOffer(message.partition(), message.offset(), tenant, line));
    }

    private void failed(KafkaException failure) {
        if (!isAway) {
            isAway = true;
            log.warn(
                    "Kafka does not give the offers; it is asked again every few seconds, without a further word until it"
                            + " does. Look at --kafka.bootstrap-servers and the broker: {}",
                    failure.toString());
        }
    }

    private void found() {
        if (isAway) {
            isAway = false;
            log.info("Kafka gives the offers again");
        }
    }

    private void pause() {
        try {
            boolean isClosed = closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            log.trace("Closed: {}", isClosed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }

    private Map<String, Object> consumerSettings() {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.bootstrapServers(),
                ConsumerConfig.CLIENT_ID_CONFIG,
                "serving-api-offers",
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "latest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS,
                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS,
                ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG,
                false);
    }
}
