package dev.tandem.local.services.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.schema.Topic;
import dev.tandem.core.schema.Topics;
import dev.tandem.local.services.Lease;
import dev.tandem.local.services.SharedStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;

class KafkaTopicsIT {
    @Test
    void liveTopicsAndTheirMirrorHaveTheSameNamesPartitionsAndRetention()
            throws ExecutionException, InterruptedException {
        Lease lease = SharedStack.lease("topics");

        List<Topic> live = new ArrayList<>();
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, lease.kafkaBootstrapServers()))) {
            for (String name : admin.listTopics().names().get()) {
                if (name.startsWith("tandem.") || name.startsWith("product_views")) {
                    live.add(new Topic(name, partitions(admin, name), retention(admin, name)));
                }
            }
        }

        assertThat(live).containsExactlyInAnyOrderElementsOf(Topics.ALL);
    }

    private static int partitions(Admin admin, String topic) throws ExecutionException, InterruptedException {
        TopicDescription described = admin.describeTopics(Set.of(topic))
                .allTopicNames()
                .get()
                .values()
                .iterator()
                .next();
        return described.partitions().size();
    }

    private static Duration retention(Admin admin, String topic) throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = admin.describeConfigs(Set.of(resource))
                .all()
                .get()
                .values()
                .iterator()
                .next();
        String millis = config.get(TopicConfig.RETENTION_MS_CONFIG).value();
        return Duration.ofMillis(Long.parseLong(millis));
    }
}
