package dev.tandem.etl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.feedback.FeedbackCodec;
import dev.tandem.core.schema.Topics;
import dev.tandem.etl.bestsellers.BuildBestSellersJob;
import dev.tandem.etl.orders.SyncOrdersJob;
import dev.tandem.etl.reconciliation.ReconcileFeedbackJob;
import dev.tandem.local.services.Lease;
import dev.tandem.local.services.SharedStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an orchestrator sees of a job: exit codes, and sentences that say what to do. */
class JobProcessIT {
    private static final Lease LEASE = SharedStack.lease("process");
    private static final String NOWHERE = "127.0.0.1:1";

    private static JobProcess run(Class<?> job, String... options) throws Exception {
        return JobProcess.run(
                job,
                Stream.of(LEASE.options(), List.of("--spark.master=local[2]"), List.of(options))
                        .flatMap(List::stream)
                        .toList());
    }

    @TempDir
    private Path folder;

    @Test
    void aRunForAllTenantsReportsOnEachAndExitsWith0() throws Exception {
        Shop first = Shop.open(LEASE);
        Shop second = Shop.open(LEASE);
        first.order("o1", "u1", "i1", "2026-01-10T10:00:00Z");

        JobProcess process = run(
                SyncOrdersJob.class,
                "--tenant=all",
                "--interval-end=2026-02-01T00:00:00Z",
                "--report.uri=" + folder + "/");

        assertThat(process.exitCode()).as(process.output()).isZero();
        assertThat(Files.readAllLines(folder.resolve("sync-orders.json"))).anySatisfy(line -> assertThat(line)
                .startsWith("{\"job\":\"sync-orders\",\"tenant_id\":\"" + first.tenant() + "\",")
                .contains("\"lines_in_cassandra\":1,\"inserted\":1,"));
        assertThat(process.output())
                .contains("done: sync-orders for " + first.tenant())
                .contains("done: sync-orders for " + second.tenant())
                .contains("written=1");
    }

    @Test
    void postgresAtAWrongPortExitsWith5AndNamesTheAddress() throws Exception {
        JobProcess process = JobProcess.run(
                SyncOrdersJob.class,
                List.of(
                        "--tenant=default",
                        "--interval-end=2026-02-01T00:00:00Z",
                        "--postgres.url=jdbc:postgresql://" + NOWHERE + "/tandem"));

        assertThat(process.exitCode()).as(process.output()).isEqualTo(5);
        assertThat(process.output())
                .contains("PostgreSQL at jdbc:postgresql://" + NOWHERE + "/tandem does not answer")
                .contains("set --postgres.url")
                .doesNotContain("\tat ");
    }

    @Test
    void cassandraAtAWrongPortExitsWith5AndNamesTheAddress() throws Exception {
        Shop shop = Shop.open(LEASE);

        JobProcess process = JobProcess.run(
                BuildBestSellersJob.class,
                List.of(
                        "--tenant=" + shop.tenant(),
                        "--interval-end=2026-02-01T00:00:00Z",
                        "--postgres.url=" + LEASE.postgresUrl(),
                        "--postgres.user=" + LEASE.postgresUser(),
                        "--cassandra.contact-points=" + NOWHERE));

        assertThat(process.exitCode()).as(process.output()).isEqualTo(5);
        assertThat(process.output())
                .contains("Cassandra at " + NOWHERE + " does not answer")
                .contains("set --cassandra.contact-points");
    }

    @Test
    void aCriticalFeedbackWithoutAnAnswerExitsWith4AndIsNamedInLogAndReport() throws Exception {
        Shop shop = Shop.open(LEASE);
        Instant now = Instant.now();
        Feedback feedback = new Feedback("lost", shop.tenant(), "u1", "i1", 1, "Bad", now, now, Set.of());
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, LEASE.kafkaBootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.CRITICAL_FEEDBACK.name(), FeedbackCodec.encode(feedback)))
                    .get();
        }

        JobProcess process = run(
                ReconcileFeedbackJob.class,
                "--tenant=" + shop.tenant(),
                "--interval-end=" + now.plusSeconds(300),
                "--kafka.bootstrap-servers=" + LEASE.kafkaBootstrapServers(),
                "--report.uri=" + folder + "/");

        assertThat(process.exitCode()).as(process.output()).isEqualTo(4);
        assertThat(process.output()).contains("without an answer: lost").contains("1 of 1 critical feedback");
        assertThat(Files.readString(folder.resolve("reconcile-feedback.json")))
                .contains("\"unanswered\":1,\"republished\":1,")
                .contains("\"finding\":\"1 of 1 critical feedback have no answer: lost.");
    }

    @Test
    void kafkaAtAWrongPortExitsWith5AndNamesTheAddress() throws Exception {
        Shop shop = Shop.open(LEASE);

        JobProcess process = run(
                ReconcileFeedbackJob.class,
                "--tenant=" + shop.tenant(),
                "--interval-end=2026-02-01T00:00:00Z",
                "--kafka.bootstrap-servers=" + NOWHERE);

        assertThat(process.exitCode()).as(process.output()).isEqualTo(5);
        assertThat(process.output())
                .contains("Kafka at " + NOWHERE + " does not answer")
                .contains("set --kafka.bootstrap-servers");
    }

    @Test
    void anUnknownTenantExitsWith3AndNamesThoseThatAreKnown() throws Exception {
        Shop shop = Shop.open(LEASE);

        JobProcess process = run(SyncOrdersJob.class, "--tenant=nobody", "--interval-end=2026-02-01T00:00:00Z");

        assertThat(process.exitCode()).as(process.output()).isEqualTo(3);
        assertThat(process.output())
                .contains("--tenant is 'nobody'; allowed: all, ")
                .contains(shop.tenant().value());
    }

    @Test
    void unreadableSettingsExitWith2AndAreAllNamed() throws Exception {
        JobProcess process =
                JobProcess.run(SyncOrdersJob.class, List.of("--tenant=shop", "--mod=full", "--postgres.readers=x"));

        assertThat(process.exitCode()).as(process.output()).isEqualTo(2);
        assertThat(process.output())
                .contains("Unknown setting --mod=full; did you mean")
                .contains("--interval-end")
                .contains("--postgres.readers");
    }

    @Test
    void helpExitsWith0() throws Exception {
        JobProcess process = JobProcess.run(SyncOrdersJob.class, List.of("--help"));

        assertThat(process.exitCode()).as(process.output()).isZero();
        assertThat(process.output()).contains("Usage: sync-orders").contains("--interval-end");
    }
}
