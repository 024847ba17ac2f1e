package dev.tandem.local.launcher.replay;

import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.schema.Topics;
import dev.tandem.core.settings.KafkaSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A topic that keeps refused events, read up to the end that it has when the reading begins. */
final class RejectedTopic {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SHOWN_UNREADABLE = 20;

    private final KafkaSettings settings;
    private final String name;
    private final String original;
    private final Consumer<String> print;

    /**
     * A topic of refused events.
     *
     * @param print is told of what is no refused event
     */
    RejectedTopic(KafkaSettings settings, String name, Consumer<String> print) {
        this.settings = settings;
        this.name = name;
        this.original = original(name);
        this.print = print;
    }

    /**
     * What became of a topic's messages.
     *
     * @param read how many there were
     * @param skipped how many of them have another reason, or were handed out before for theirs
     * @param unreadable how many of them are no refused events
     * @param taken how many went to the outlet, by reason
     */
    record Outcome(long read, long skipped, long unreadable, Map<String, Long> taken) {}

    /** The topic from which the events of one were refused. */
    static String original(String rejected) {
        String suffix = Topics.rejected("");
        if (!rejected.endsWith(suffix) || rejected.length() == suffix.length()) {
            throw TandemException.invalid(
                    "REJECTED-TOPIC", rejected, "a topic of refused events, such as " + Topics.VIEWS_REJECTED.name());
        }
        return rejected.substring(0, rejected.length() - suffix.length());
    }

    /**
     * Hands out what was not handed out before.
     *
     * @param reason of the events to hand out; empty for all
     */
    Outcome handOutNew(Optional<String> reason, Outlet outlet) throws InterruptedException {
        return handOut(reason, outlet, false);
    }

    /** Hands out everything, whether or not it was handed out before. */
    Outcome handOutAll(Optional<String> reason, Outlet outlet) throws InterruptedException {
        return handOut(reason, outlet, true);
    }

    private Outcome handOut(Optional<String> reason, Outlet outlet, boolean again) throws InterruptedException {
        Map<String, Object> properties = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.bootstrapServers(),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis());
        try (Admin admin = Admin.create(Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        settings.bootstrapServers(),
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) PATIENCE.toMillis()));
                KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Map<TopicPartition, Long> ends = ends(consumer);
            ReplayPositions positions = ReplayPositions.read(admin);
            consumer.assign(ends.keySet());
            consumer.beginningOffsets(ends.keySet())
                    .forEach((partition, first) -> consumer.seek(
                            partition, again ? first : Math.max(first, positions.begin(partition, reason))));
            return new Reading(consumer, positions, ends, reason, outlet, again).run();
        } catch (InterruptException e) {
            Thread.interrupted();
            throw new InterruptedException(e.getMessage());
        } catch (KafkaException e) {
            throw new TandemException(
                    FailureKind.DEPENDENCY,
                    "Topic %s cannot be read from Kafka at %s: %s. See ./tandem status"
                            .formatted(name, settings.bootstrapServers(), e.getMessage()),
                    e);
        }
    }

    private Map<TopicPartition, Long> ends(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                .map(partition -> new TopicPartition(name, partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw TandemException.invalid(
                    "REJECTED-TOPIC", name, "a topic that is there; see ./tandem apply-contracts");
        }
        return consumer.endOffsets(partitions);
    }

    /** One reading of the topic. */
    private final class Reading {
        private final KafkaConsumer<byte[], byte[]> consumer;
        private final ReplayPositions positions;
        private final Map<TopicPartition, Long> ends;
        private final Optional<String> reason;
        private final Outlet outlet;
        private final boolean again;
        private final Map<String, Long> taken = new TreeMap<>();
        private long read;
        private long skipped;
        private long unreadable;

        Reading(
                KafkaConsumer<byte[], byte[]> consumer,
                ReplayPositions positions,
                Map<TopicPartition, Long> ends,
                Optional<String> reason,
                Outlet outlet,
                boolean again) {
            this.consumer = consumer;
            this.positions = positions;
            this.ends = ends;
            this.reason = reason;
            this.outlet = outlet;
            this.again = again;
        }

        Outcome run() throws InterruptedException {
            long lastProgress = System.nanoTime();
            while (!isAtEnd()) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    if (record.offset() < ends.getOrDefault(new TopicPartition(name, record.partition()), 0L)) {
                        handOut(record);
                    }
                }
                if (!records.isEmpty()) {
                    lastProgress = System.nanoTime();
                    outlet.settle();
                    positions.advance(reached(), reason);
                } else if (System.nanoTime() - lastProgress > PATIENCE.toNanos()) {
                    throw new TandemException(
                            FailureKind.DEPENDENCY,
                            "Kafka at %s sends nothing more of topic %s, whose end is not reached; %,d were read"
                                    .formatted(settings.bootstrapServers(), name, read));
                }
            }
            return new Outcome(read, skipped, unreadable, taken);
        }

        private boolean isAtEnd() {
            return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        }

        /** Where the reading stands, though never after the end that it goes to. */
        private Map<TopicPartition, Long> reached() {
            Map<TopicPartition, Long> reached = new HashMap<>();
            ends.forEach((partition, end) -> reached.put(partition, Math.min(end, consumer.position(partition))));
            return reached;
        }

        private void handOut(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
            read++;
            RefusedEvent event;
            try {
                event = RefusedEvent.parse(record.value(), record.key(), original);
            } catch (EventRefusal refusal) {
                unreadable++;
                if (unreadable <= SHOWN_UNREADABLE) {
                    print.accept("%s-%d, offset %d, is no refused event: %s"
                            .formatted(name, record.partition(), record.offset(), refusal.getMessage()));
                }
                return;
            }
            TopicPartition partition = new TopicPartition(name, record.partition());
            boolean isOther = reason.isPresent() && !reason.get().equals(event.reason());
            if (isOther || (!again && positions.isHandedOut(partition, record.offset(), event.reason()))) {
                skipped++;
                return;
            }
            outlet.take(event);
            taken.merge(event.reason(), 1L, Long::sum);
        }
    }
}
