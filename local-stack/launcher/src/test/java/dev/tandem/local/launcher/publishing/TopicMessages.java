package dev.tandem.local.launcher.publishing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** What stands in topics, read past everything that is tested. */
public record TopicMessages(String bootstrapServers) {
    /** A message of a topic. */
    public record Message(@Nullable String key, String value, Instant timestamp) {}

    /** A new topic, whose name nobody else uses, and the one that keeps what was refused of it. */
    public String newTopicAndItsRejected() throws ExecutionException, InterruptedException {
        String name = "test-" + UUID.randomUUID();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.createTopics(
                            List.of(new NewTopic(name, 2, (short) 1), new NewTopic(name + ".rejected", 2, (short) 1)))
                    .all()
                    .get();
        }
        return name;
    }

    /** All messages of a topic, partition by partition. */
    public List<Message> all(String topic) {
        List<Message> messages = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            for (TopicPartition partition : partitions) {
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                while (consumer.position(partition) < ends.getOrDefault(partition, 0L)) {
                    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                        messages.add(new Message(
                                record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8),
                                new String(record.value(), StandardCharsets.UTF_8),
                                Instant.ofEpochMilli(record.timestamp())));
                    }
                }
            }
        }
        return messages;
    }
}
