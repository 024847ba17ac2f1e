package dev.tandem.local.launcher.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.CqlSession;
import dev.tandem.core.event.View;
import dev.tandem.core.event.ViewCodec;
import dev.tandem.core.schema.Topics;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.local.launcher.deployment.SparkCluster.Running;
import dev.tandem.local.launcher.deployment.SparkCluster.Submitted;
import dev.tandem.local.launcher.job.BatchJob;
import dev.tandem.local.launcher.publishing.TopicPublisher;
import dev.tandem.local.launcher.syntheticshop.SyntheticShopLoader;
import dev.tandem.local.launcher.syntheticshop.SyntheticShopSize;
import dev.tandem.local.services.Lease;
import dev.tandem.local.services.SharedStack;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jobs as they are deployed: packaged jars, submitted to a standalone cluster with the line that the DAGs have. */
class SparkSubmitIT {
    private static final Path CHECKOUT = Path.of(System.getProperty("tandem.home"));
    private static final Path JOBS = CHECKOUT.resolve("spark-submit/target");
    private static final Lease LEASE = SharedStack.lease("sparksubmit");
    /** The begin of a line in Tandem's log, which is not that of Spark's. */
    private static final String LOGGED = "(?m)^ *\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z ";

    private static final String END = "2026-03-01T00:00:00Z";

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // the first thing that JUnit does
    private static SparkCluster cluster;

    @BeforeAll
    static void startTheCluster() throws Exception {
        cluster = new SparkCluster(CHECKOUT, folder);
    }

    @AfterAll
    static void stopTheCluster() {
        cluster.close();
    }

    private static Submitted submit(BatchJob job, String tenant, String... more) throws Exception {
        List<String> line = line(job.id(), job.mainClass(), job.module());
        line.addAll(List.of("--tenant=" + tenant, "--interval-end=" + END));
        line.addAll(List.of(more));
        return cluster.submit(line);
    }

    private static List<String> line(String name, String mainClass, String module) {
        List<String> line = new ArrayList<>(List.of(
                "--master",
                cluster.master(),
                "--deploy-mode",
                "client",
                "--name",
                name,
                "--driver-memory",
                "768m",
                "--executor-memory",
                "768m",
                "--jars",
                JOBS + "/lib/*.jar",
                "--class",
                mainClass,
                JOBS.resolve(module + ".jar").toString()));
        line.addAll(LEASE.options());
        return line;
    }

    @Test
    void aNightRunsInOtherProcessesFromOrdersToServedLists() throws Exception {
        TenantId shop = new TenantId("shop");
        SyntheticShopLoader.load(LEASE.postgres(), shop, new SyntheticShopSize(60, 80, 4, 60), 1, Instant.parse(END));
        String models = "--models.uri=" + folder.resolve("models").toUri();

        for (BatchJob job : List.of(BatchJob.SYNC_CATALOG, BatchJob.SYNC_ORDERS, BatchJob.BUILD_BEST_SELLERS)) {
            assertThatItIsDone(job, submit(job, "shop"));
        }
        assertThatItIsDone(
                BatchJob.TRAIN_RECOMMENDER,
                submit(BatchJob.TRAIN_RECOMMENDER, "shop", models, "--als.rank=8", "--als.iterations=2"));
        assertThatItIsDone(BatchJob.PUBLISH_RECOMMENDATIONS, submit(BatchJob.PUBLISH_RECOMMENDATIONS, "shop"));
    }

    @Test
    void theExitCodeIsThatOfTheJob() throws Exception {
        Submitted unknown = submit(BatchJob.SYNC_ORDERS, "nobody");

        assertThat(unknown.exitCode()).as(unknown.output()).isEqualTo(3);
        assertThat(unknown.output()).contains("--tenant is 'nobody'; allowed: ");
    }

    @Test
    void theStreamingJobKeepsViewsAndEndsWhenItIsAskedTo() throws Exception {
        TenantId shop = new TenantId("streamed");
        UserId user = new UserId("user-1");
        View view = new View("event-1", shop, user, new ItemId("item-1"), Instant.now(), "");
        List<String> line = line("streaming-job", "dev.tandem.streaming.StreamingMain", "streaming-job");
        line.addAll(List.of(
                "--kafka.bootstrap-servers=" + LEASE.kafkaBootstrapServers(),
                "--checkpoints.uri=" + folder.resolve("checkpoints").toUri(),
                "--queries=views",
                "--metrics.port=0"));
        try (CqlSession cassandra = session();
                TopicPublisher topics = TopicPublisher.open(new KafkaSettings(LEASE.kafkaBootstrapServers()))) {
            cassandra.execute("INSERT INTO tenants (tenant_id, name) VALUES (?, 'A shop')", shop.value());
            Running streaming = cluster.begin(line);
            topics.publish(
                    new ProducerRecord<>(Topics.VIEWS.name(), view.key().getBytes(UTF_8), ViewCodec.encode(view)));

            await().atMost(Duration.ofMinutes(3))
                    .until(() -> cassandra
                                    .execute(
                                            "SELECT item_id FROM views_by_user WHERE tenant_id = ? AND user_id = ?",
                                            shop.value(),
                                            user.value())
                                    .one()
                            != null);
            streaming.terminate();

            assertThat(streaming.await().exitCode()).isZero();
        }
    }

    private static CqlSession session() {
        return CqlSession.builder()
                .addContactPoints(LEASE.cassandra().contactPoints())
                .withLocalDatacenter(LEASE.cassandraDatacenter())
                .withKeyspace(LEASE.cassandraKeyspace())
                .build();
    }

    private static void assertThatItIsDone(BatchJob job, Submitted submitted) {
        assertThat(submitted.exitCode()).as(submitted.output()).isZero();
        assertThat(submitted.output())
                .containsPattern(LOGGED + Pattern.quote("INFO  [%s shop] done: %1$s for shop".formatted(job.id())));
    }
}
