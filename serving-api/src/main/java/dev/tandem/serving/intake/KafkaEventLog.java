package dev.tandem.serving.intake;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Events in Kafka. The connection is begun in the background and sought again for as long as it takes, so that the process
 * starts, and comes back, without anybody's help.
 */
public final class KafkaEventLog implements EventLog, AutoCloseable {
    /*
     * A producer's send blocks until it knows the topic's partitions, and while its buffer is full. It must do neither on
     * a thread of the server, so it may wait no time at all, and nothing is sent before the partitions are known.
     */
    private static final int NO_WAIT_MILLIS = 0;

    private static final int LINGER_MILLIS = 2;
    private static final long BUFFER_BYTES = 16L * 1024 * 1024;
    private static final long RECONNECT_MILLIS = 100;
    private static final long FORGET_TOPICS_NEVER_MILLIS = Duration.ofDays(365).toMillis();

    private final KafkaSettings settings;
    private final EventLimits limits;
    private final List<String> topics;
    private final Duration patience;
    private final BrokerFailureLog failures = new BrokerFailureLog();
    private final ScheduledExecutorService connecting = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "kafka-connect");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Connection connection = new Connection();

    private KafkaEventLog(KafkaSettings settings, EventLimits limits, List<String> topics) {
        this.settings = settings;
        this.limits = limits;
        this.topics = List.copyOf(topics);
        this.patience = limits.patience();
    }

    /**
     * Begins to connect and returns at once.
     *
     * @param topics all that events go to
     */
    public static KafkaEventLog connect(KafkaSettings settings, EventLimits limits, List<String> topics) {
        KafkaEventLog log = new KafkaEventLog(settings, limits, topics);
        log.connecting.execute(() -> log.connect(log.connection));
        return log;
    }

    @Override
    public EventLimits limits() {
        return limits;
    }

    @Override
    public List<CompletableFuture<Void>> append(List<EventMessage> events) {
        Connection current = connection;
        CompletableFuture<List<CompletableFuture<Void>>> sending = current.ready
                .copy()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(producer -> events.stream()
                        .map(event -> current.send(producer, event))
                        .toList());
        return IntStream.range(0, events.size())
                .mapToObj(i -> sending.thenCompose(sent -> sent.get(i)))
                .toList();
    }

    /** Sends what is under way, for as long as a request would wait for it. */
    @Override
    public void close() {
        connecting.shutdownNow();
        connection.close(patience);
    }

    private void connect(Connection seeking) {
        if (seeking.tryOnce()) {
            return;
        }
        if (!connecting.isShutdown()) {
            CompletableFuture.delayedExecutor(RECONNECT_MILLIS, TimeUnit.MILLISECONDS, connecting)
                    .execute(() -> connect(seeking));
        }
    }

    /** Goes on with another producer: some failures leave one of no use for ever. */
    private synchronized void replace(Connection broken) {
        if (connection == broken && !connecting.isShutdown()) {
            Connection next = new Connection();
            connection = next;
            connecting.execute(() -> {
                broken.close(Duration.ZERO);
                connect(next);
            });
        }
    }

    private Map<String, Object> producerSettings() {
        int millis = Math.toIntExact(patience.toMillis());
        return Map.ofEntries(
                Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers()),
                Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "serving-api"),
                Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS),
                Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES),
                Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, NO_WAIT_MILLIS),
                Map.entry(ProducerConfig.METADATA_MAX_IDLE_CONFIG, FORGET_TOPICS_NEVER_MILLIS),
                Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis),
                Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.max(1, millis - LINGER_MILLIS)),
                Map.entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000L),
                Map.entry(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false));
    }

    /** A producer from before it is there until it is closed. */
    private final class Connection {
        private final CompletableFuture<KafkaProducer<String, byte[]>> ready = new CompletableFuture<>();
        private volatile @Nullable KafkaProducer<String, byte[]> producer;

        /** Tries to get ready, and says whether it is, or never will be. */
        private boolean tryOnce() {
            try {
                if (producer == null) {
                    producer =
                            new KafkaProducer<>(producerSettings(), new StringSerializer(), new ByteArraySerializer());
                }
                for (String topic : topics) {
                    producer.partitionsFor(topic);
                }
                return ready.complete(producer);
            } catch (KafkaException e) {
                failures.failed(e);
                return false;
            }
        }

        private CompletableFuture<Void> send(KafkaProducer<String, byte[]> producer, EventMessage event) {
            CompletableFuture<Void> acknowledgement = new CompletableFuture<>();
            try {
                Future<?> unused = producer.send(record(producer, event), (position, failure) -> {
                    if (failure == null) {
                        acknowledgement.complete(null);
                    } else {
                        acknowledgement.completeExceptionally(told(failure));
                    }
                });
            } catch (KafkaException | IllegalStateException e) {
                acknowledgement.completeExceptionally(told(e));
            }
            return acknowledgement;
        }

        private static ProducerRecord<String, byte[]> record(
                KafkaProducer<String, byte[]> producer, EventMessage event) {
            OptionalInt partition = event.placement()
                    .partition(() -> producer.partitionsFor(event.topic()).size());
            return new ProducerRecord<>(
                    event.topic(),
                    partition.isPresent() ? partition.getAsInt() : null,
                    event.receivedAt().toEpochMilli(),
                    event.key(),
                    event.value());
        }

        private TandemException told(Exception failure) {
            failures.failed(failure);
            if (!(failure instanceof RetriableException)) {
                replace(this);
            }
            return new TandemException(FailureKind.DEPENDENCY, "Kafka did not acknowledge an event", failure);
        }

        private void close(Duration patience) {
            KafkaProducer<String, byte[]> open = producer;
            if (open != null) {
                open.close(patience);
            }
        }
    }
}
