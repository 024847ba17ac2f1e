package dev.tandem.local.services.contract;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.schema.ContractFiles;
import dev.tandem.core.schema.Topic;
import dev.tandem.local.services.server.KafkaServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The contract of Kafka: its topics. */
public final class KafkaContract {
    private static final short ONE_REPLICA = 1;

    private KafkaContract() {}

    /** Makes the topics of a local server that are not there; those that are keep their settings. */
    public static void apply(KafkaServer server) {
        apply(server.address());
    }

    /** Makes the topics, with one replica, that are not there; those that are keep their settings. */
    public static void apply(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> absent = ContractFiles.topics().stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .map(KafkaContract::newTopic)
                    .toList();
            admin.createTopics(absent).all().get();
        } catch (ExecutionException e) {
            throw new TandemException(
                    FailureKind.DEPENDENCY, "The topics of the contract cannot be made: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TandemException(FailureKind.INTERNAL, "Interrupted while the topics were made", e);
        }
    }

    private static NewTopic newTopic(Topic topic) {
        return new NewTopic(topic.name(), topic.partitions(), ONE_REPLICA)
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(topic.retention().toMillis())));
    }
}
