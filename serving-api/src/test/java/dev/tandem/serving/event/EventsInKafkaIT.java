package dev.tandem.serving.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.tandem.core.event.View;
import dev.tandem.core.event.ViewCodec;
import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.feedback.FeedbackCodec;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.schema.Topic;
import dev.tandem.core.schema.Topics;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.AnswerSettings;
import dev.tandem.serving.ApiCaller;
import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.Dependencies;
import dev.tandem.serving.ServingApi;
import dev.tandem.serving.cassandra.BreakableLink;
import dev.tandem.serving.cassandra.LeasedCassandra;
import dev.tandem.serving.demotion.Demotion;
import dev.tandem.serving.intake.EventLimits;
import dev.tandem.serving.intake.KafkaEventLog;
import dev.tandem.serving.retraining.Retraining;
import io.javalin.Javalin;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events over HTTP into a real Kafka. */
@Timeout(120)
class EventsInKafkaIT {
    private static final String LINES = "application/x-ndjson";
    private static final EventLimits LIMITS = new EventLimits(Duration.ofSeconds(5), 10_000);
    private static final String VIEW = """
            {"type":"view","user_id":"anna","item_id":"hat"}""";

    // Topics outlive a test, so each test has a tenant that nobody had before.
    private final TenantId tenant = new TenantId("events-" + UUID.randomUUID());
    private final BreakableLink link = new BreakableLink(address(LeasedCassandra.kafka()));
    private KafkaEventLog log = KafkaEventLog.connect(LeasedCassandra.kafka(), LIMITS, ServingApi.topics());
    private Javalin api = start();

    @AfterEach
    void stop() {
        api.stop();
        log.close();
        link.close();
    }

    @Test
    void everyAcknowledgedEventIsInTheTopicOnceInItsUsersOrder() {
        Instant before = Instant.now();

        List<CompletableFuture<Void>> callers = IntStream.range(0, 8)
                .mapToObj(user -> CompletableFuture.runAsync(() -> IntStream.range(0, 4)
                        .forEach(batch -> assertThat(post(batch("user-" + user, batch * 250, 250))
                                        .status())
                                .isEqualTo(202))))
                .toList();
        callers.forEach(CompletableFuture::join);

        List<ConsumerRecord<String, byte[]>> received =
                ReceivedMessages.of(LeasedCassandra.kafka(), Topics.VIEWS, tenant);
        assertThat(received).hasSize(8_000);
        for (int user = 0; user < 8; user++) {
            String key = tenant + "/user-" + user;
            assertThat(received.stream().filter(message -> message.key().equals(key)))
                    .map(message -> decode(message).item().value())
                    .containsExactlyElementsOf(IntStream.range(0, 1_000)
                            .mapToObj(item -> "item-" + item)
                            .toList());
        }
        assertThat(received).allSatisfy(message -> assertThat(Instant.ofEpochMilli(message.timestamp()))
                .isBetween(before.minusMillis(1), Instant.now()));
    }

    @Test
    void aMessageSaysAllThatTheEventSaid() {
        Instant at = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);

        post(
                """
                {"type":"view","user_id":"Ünal 日本","item_id":"h/a\\"t","viewed_at":"%s","source":"desktop",\
                "event_id":"e-1"}"""
                        .formatted(at));

        assertThat(ReceivedMessages.of(LeasedCassandra.kafka(), Topics.VIEWS, tenant))
                .singleElement()
                .satisfies(message -> assertThat(decode(message))
                        .isEqualTo(
                                new View("e-1", tenant, new UserId("Ünal 日本"), new ItemId("h/a\"t"), at, "desktop")));
    }

    @Test
    void criticalFeedbackIsOnThePartitionOfItsScoreAndWhatCannotBeReadIsKept() {
        Instant before = Instant.now();
        String feedback = IntStream.of(3, 5, 1, 2)
                .mapToObj("{\"user_id\":\"anna\",\"score\":%d,\"rated_at\":\"2026-01-02\"}\n"::formatted)
                .collect(Collectors.joining());

        Answer answer = post("/v1/feedback", feedback + "{\"score\":\"five\"}");

        assertThat(answer.status()).isEqualTo(207);
        List<ConsumerRecord<String, byte[]>> critical = received(Topics.CRITICAL_FEEDBACK);
        assertThat(critical)
                .extracting(
                        ConsumerRecord::partition, message -> feedback(message).score())
                .containsExactlyInAnyOrder(tuple(0, 1), tuple(1, 2), tuple(2, 3));
        assertThat(critical).allSatisfy(message -> {
            assertThat(message.key()).isEqualTo(tenant + "/anna");
            assertThat(Instant.ofEpochMilli(message.timestamp())).isBetween(before.minusMillis(1), Instant.now());
        });
        assertThat(received(Topics.ROUTINE_FEEDBACK))
                .singleElement()
                .satisfies(message -> assertThat(feedback(message).score()).isEqualTo(5));
        assertThat(received(Topics.CRITICAL_FEEDBACK_REJECTED))
                .singleElement()
                .satisfies(message -> assertThat(message.key()).isEqualTo(tenant + "/"));
    }

    @Test
    void withoutKafkaReadsAreServedEventsRefusedAndBothOnceItComes() {
        api.stop();
        log.close();
        log = KafkaEventLog.connect(
                new KafkaSettings("127.0.0.1:" + link.address().getPort()),
                new EventLimits(Duration.ofMillis(200), 10_000),
                ServingApi.topics());
        api = start();

        Answer refused = post(VIEW);

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.json().at("/error/code").asText()).isEqualTo("broker_unavailable");
        assertThat(new ApiCaller(api.port()).get("/v1/best-sellers").status()).isEqualTo(200);

        link.mend();
        await().atMost(Duration.ofSeconds(15)).until(() -> post(VIEW).status() == 202);
        assertThat(ReceivedMessages.of(LeasedCassandra.kafka(), Topics.VIEWS, tenant))
                .hasSize(1);
    }

    private Javalin start() {
        LeasedCassandra.insert(CassandraTables.TENANTS, tenant.value(), "A shop");
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Duration seconds = Duration.ofSeconds(2);
        return ServingApi.create(
                        Dependencies.on(
                                LeasedCassandra.client(),
                                metrics,
                                new AnswerSettings(
                                        tenant,
                                        tenant,
                                        tenant,
                                        seconds,
                                        seconds,
                                        seconds,
                                        seconds,
                                        seconds,
                                        Duration.ZERO,
                                        Duration.ZERO,
                                        Duration.ZERO,
                                        Demotion.Choice.ON)),
                        Retraining.closed(),
                        log)
                .start("127.0.0.1", 0);
    }

    private Answer post(String lines) {
        return post("/v1/events", lines);
    }

    private Answer post(String path, String lines) {
        return new ApiCaller(api.port()).post(path, lines, "Content-Type", LINES);
    }

    private List<ConsumerRecord<String, byte[]>> received(Topic topic) {
        return ReceivedMessages.of(LeasedCassandra.kafka(), topic, tenant);
    }

    private static Feedback feedback(ConsumerRecord<String, byte[]> message) {
        return FeedbackCodec.decode(message.value(), Instant.ofEpochMilli(message.timestamp()));
    }

    private static String batch(String user, int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(item ->
                        "{\"type\":\"view\",\"user_id\":\"%s\",\"item_id\":\"item-%d\"}\n".formatted(user, item))
                .collect(Collectors.joining());
    }

    private static View decode(ConsumerRecord<String, byte[]> message) {
        return ViewCodec.decode(message.value(), Instant.ofEpochMilli(message.timestamp()));
    }

    private static InetSocketAddress address(KafkaSettings kafka) {
        String[] parts = kafka.bootstrapServers().split(":", 2);
        return InetSocketAddress.createUnresolved(parts[0], Integer.parseInt(parts[1]));
    }
}
