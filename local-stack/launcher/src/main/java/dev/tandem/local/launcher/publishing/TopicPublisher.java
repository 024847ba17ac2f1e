package dev.tandem.local.launcher.publishing;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.KafkaSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends messages to topics. A message counts once every replica has it, and what is tried again is there once. */
public final class TopicPublisher implements AutoCloseable {
    /** How long a message may wait for a broker that does not know its topic, or is away before the first message. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int LINGER_MILLIS = 5;
    private static final int MAX_MESSAGE_BYTES = 8 << 20;

    private final KafkaSettings settings;
    private final Producer<byte[], byte[]> producer;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    private TopicPublisher(KafkaSettings settings, Producer<byte[], byte[]> producer) {
        this.settings = settings;
        this.producer = producer;
    }

    public static TopicPublisher open(KafkaSettings settings) {
        Map<String, Object> properties = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.bootstrapServers(),
                ProducerConfig.CLIENT_ID_CONFIG,
                "tandem",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                LINGER_MILLIS,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                PATIENCE.toMillis(),
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                MAX_MESSAGE_BYTES);
        try {
            return new TopicPublisher(
                    settings, new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer()));
        } catch (KafkaException e) {
            throw new TandemException(
                    FailureKind.CONFIGURATION,
                    "--kafka.bootstrap-servers is '%s'; allowed: addresses of brokers, such as 127.0.0.1:19092"
                            .formatted(settings.bootstrapServers()),
                    e);
        }
    }

    /** Sends a message that must arrive; fails where an earlier one has not. */
    public void publish(ProducerRecord<byte[], byte[]> message) throws InterruptedException {
        requireNoFailure();
        send(message, failed -> {
            if (failed.isPresent()) {
                failure.compareAndSet(null, failed.get());
            } else {
                acknowledged.incrementAndGet();
            }
        });
    }

    /**
     * Sends a message that may fail to arrive.
     *
     * @param outcome is told why it has not arrived, or nothing where it has; on a thread of the publisher's
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the outcome is told
    public void send(ProducerRecord<byte[], byte[]> message, Consumer<Optional<Exception>> outcome)
            throws InterruptedException {
        try {
            producer.send(message, (position, failed) -> outcome.accept(Optional.ofNullable(failed)));
        } catch (InterruptException e) {
            throw interrupted(e);
        } catch (KafkaException e) {
            outcome.accept(Optional.of(e));
        }
    }

    /** How many partitions a topic has. */
    public int partitions(String topic) throws InterruptedException {
        try {
            return producer.partitionsFor(topic).size();
        } catch (InterruptException e) {
            throw interrupted(e);
        } catch (KafkaException e) {
            throw new TandemException(
                    FailureKind.DEPENDENCY,
                    "Kafka at %s does not know topic %s (%s); see ./tandem status and apply-contracts"
                            .formatted(settings.bootstrapServers(), topic, e.getMessage()),
                    e);
        }
    }

    /** Waits until all that was sent is acknowledged, and fails where something will never be. */
    public void flush() throws InterruptedException {
        try {
            producer.flush();
        } catch (InterruptException e) {
            throw interrupted(e);
        }
        requireNoFailure();
    }

    /** How many of the messages that must arrive have. */
    public long acknowledged() {
        return acknowledged.get();
    }

    @Override
    public void close() {
        producer.close(PATIENCE);
    }

    private void requireNoFailure() {
        Exception failed = failure.get();
        if (failed != null) {
            throw new TandemException(
                    FailureKind.DEPENDENCY,
                    "Kafka at %s has not taken a message (%s); %,d were taken before. See ./tandem status"
                            .formatted(settings.bootstrapServers(), failed.getMessage(), acknowledged.get()),
                    failed);
        }
    }

    private static InterruptedException interrupted(InterruptException e) {
        // Kafka's own exception leaves the thread marked as interrupted.
        Thread.interrupted();
        InterruptedException interrupted = new InterruptedException(e.getMessage());
        interrupted.initCause(e);
        return interrupted;
    }
}
