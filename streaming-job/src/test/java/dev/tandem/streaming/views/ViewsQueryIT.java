package dev.tandem.streaming.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.local.services.Lease;
import dev.tandem.local.services.SharedStack;
import dev.tandem.streaming.EventTopics;
import dev.tandem.streaming.StreamingProcess;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewsQueryIT {
    private static final Lease LEASE = SharedStack.lease("views");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String VIEWS = "tandem.views.v1";
    private static final EventTopics TOPICS = new EventTopics(LEASE);
    private static final CqlSession CASSANDRA = CqlSession.builder()
            .addContactPoint(new InetSocketAddress(LEASE.cassandraHost(), LEASE.cassandraPort()))
            .withLocalDatacenter(LEASE.cassandraDatacenter())
            .withKeyspace(LEASE.cassandraKeyspace())
            .build();

    /** Topics are shared with other tests' shops, tenants of a keyspace are not. */
    private static final String TENANT = "views-" + UUID.randomUUID();

    @TempDir
    private Path folder;

    @BeforeAll
    static void aShop() {
        CASSANDRA.execute("INSERT INTO tenants (tenant_id, name) VALUES (?, 'A shop')", TENANT);
    }

    @AfterAll
    static void close() {
        TOPICS.close();
        CASSANDRA.close();
    }

    private static String view(String user, String item, String viewedAt, String eventId) {
        return "{\"tenant_id\":\"%s\",\"user_id\":\"%s\",\"item_id\":\"%s\",\"viewed_at\":\"%s\",\"event_id\":\"%s\"}"
                .formatted(TENANT, user, item, viewedAt, eventId);
    }

    private static void send(String key, String value) {
        TOPICS.send(VIEWS, key, value.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> history(String user) {
        List<String> views = new ArrayList<>();
        for (Row row : CASSANDRA.execute(
                "SELECT item_id, event_id FROM views_by_user WHERE tenant_id = ? AND user_id = ?", TENANT, user)) {
            views.add(row.getString(0) + " " + row.getString(1));
        }
        return views;
    }

    private static String minutesAgo(int minutes) {
        return Instant.now().minus(Duration.ofMinutes(minutes)).toString();
    }

    @Test
    void viewsAreStoredOnceNewestFirst() {
        String older = minutesAgo(3);
        try (StreamingProcess streaming =
                StreamingProcess.start(LEASE, folder, "--queries=views").awaitReady()) {
            send("k", view("ada", "cup", older, "e1"));
            send("k", view("ada", "lamp", minutesAgo(1), "e2"));
            send("k", view("ada", "cup", older, "e1"));
            TOPICS.flush();

            await().atMost(PATIENCE).until(() -> history("ada").size() == 2);
            assertThat(history("ada")).containsExactly("lamp e2", "cup e1");
            assertThat(streaming.get("/metrics").orElseThrow().body())
                    .contains("tandem_stream_running{query=\"views\"} 1");
            assertThat(streaming.stop()).isZero();
        }
    }

    @Test
    void brokenRecordsAreKeptWithTheirReasonsAndTheirNeighboursStored() throws Exception {
        String key = "broken-" + UUID.randomUUID();
        try (StreamingProcess streaming =
                StreamingProcess.start(LEASE, folder, "--queries=views").awaitReady()) {
            send(key, "{\"tenant_id\"");
            send(key, view("bob", "cup", minutesAgo(5), "good-1"));
            send(key, "{\"tenant_id\":\"" + TENANT + "\",\"user_id\":\"bob\"}");
            send(key, "{\"tenant_id\":\"" + TENANT + "\",\"user_id\":7,\"item_id\":\"cup\"}");
            send(key, "{\"tenant_id\":\"nobody\",\"user_id\":\"bob\",\"item_id\":\"cup\"}");
            send(key, view("bob", "cup", "2999-01-01T00:00:00Z", "later"));
            send(key, " ".repeat(1_000_000));
            TOPICS.send(VIEWS, key, new byte[0]);
            send(key, view("bob", "lamp", minutesAgo(4), "good-2"));
            TOPICS.flush();

            await().atMost(PATIENCE)
                    .until(() -> TOPICS.values(VIEWS + ".rejected", key).size() == 7);
            List<String> reasons = new ArrayList<>();
            for (String kept : TOPICS.values(VIEWS + ".rejected", key)) {
                JsonNode json = new ObjectMapper().readTree(kept);
                reasons.add(json.get("reason").textValue());
            }
            assertThat(reasons)
                    .containsExactly(
                            "invalid_json",
                            "missing_field",
                            "wrong_type",
                            "unknown_tenant",
                            "time_in_future",
                            "too_large",
                            "invalid_json");
            await().atMost(PATIENCE).until(() -> history("bob").size() == 2);
            assertThat(history("bob")).containsExactly("lamp good-2", "cup good-1");
            await().atMost(PATIENCE).until(() -> streaming
                    .get("/metrics")
                    .orElseThrow()
                    .body()
                    .contains("tandem_stream_rejected_total{query=\"views\",reason=\"too_large\"}"));
        }
    }

    @Test
    void killedInTheMiddleItGoesOnWhereItWas() {
        int views = 20_000;
        StreamingProcess first = StreamingProcess.start(LEASE, folder, "--queries=views", "--max-batch-records=1000")
                .awaitReady();
        for (int i = 0; i < views; i++) {
            send(TENANT + "/cy" + i % 7, view("cy" + i % 7, "item-" + i, minutesAgo(1), "e" + i));
        }
        TOPICS.flush();
        await().atMost(PATIENCE).until(() -> stored().size() > views / 10);
        first.kill();
        assertThat(stored()).hasSizeLessThan(views);

        try (StreamingProcess second = StreamingProcess.start(LEASE, folder, "--queries=views")) {
            await().atMost(PATIENCE).until(() -> stored().size() >= views);
            assertThat(second.stop()).isZero();
            assertThat(stored()).hasSize(views);
            assertThat(new TreeSet<>(stored())).hasSize(views);
        }
    }

    private static List<String> stored() {
        return IntStream.range(0, 7)
                .mapToObj(user -> history("cy" + user))
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void aSecondProcessWaitsUntilTheFirstIsGone() {
        try (StreamingProcess first =
                        StreamingProcess.start(LEASE, folder, "--queries=views").awaitReady();
                StreamingProcess second = StreamingProcess.start(LEASE, folder, "--queries=views")) {
            await().atMost(PATIENCE).until(() -> second.output().contains("Runs in another process"));
            assertThat(second.get("/health/ready").orElseThrow().statusCode()).isEqualTo(503);

            assertThat(first.stop()).isZero();

            second.awaitReady();
        }
    }
}
