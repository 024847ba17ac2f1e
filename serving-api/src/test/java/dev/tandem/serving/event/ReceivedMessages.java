package dev.tandem.serving.event;

import dev.tandem.core.schema.Topic;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.core.shop.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What is in a topic, of one tenant. */
final class ReceivedMessages {
    private ReceivedMessages() {}

    /** All of it up to now, each partition in its order. */
    static List<ConsumerRecord<String, byte[]>> of(KafkaSettings kafka, Topic topic, TenantId tenant) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofSeconds(1)).forEach(message -> {
                    if (message.key() != null && message.key().startsWith(tenant + "/")) {
                        messages.add(message);
                    }
                });
            }
            return messages;
        }
    }
}
