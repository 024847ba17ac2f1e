package dev.tandem.streaming.views;

import static dev.tandem.streaming.StreamingShop.minutesAgo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.cql.Row;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.streaming.StreamingProcess;
import dev.tandem.streaming.StreamingShop;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewsQueryIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final StreamingShop SHOP = StreamingShop.open("views");
    private static final String REJECTED = StreamingShop.VIEWS + ".rejected";

    @TempDir
    private Path folder;

    @AfterAll
    static void close() {
        SHOP.close();
    }

    private static List<String> history(String user) {
        List<String> views = new ArrayList<>();
        for (Row row : SHOP.cql(
                "SELECT item_id, event_id FROM views_by_user WHERE tenant_id = ? AND user_id = ?",
                SHOP.tenant(),
                user)) {
            views.add(row.getString(0) + " " + row.getString(1));
        }
        return views;
    }

    @Test
    void viewsAreStoredOnceNewestFirst() {
        Instant older = minutesAgo(3);
        try (StreamingProcess streaming =
                StreamingProcess.start(SHOP.lease(), folder, "--queries=views").awaitReady()) {
            SHOP.send("k", SHOP.view("ada", "cup", older, "e1"));
            SHOP.send("k", SHOP.view("ada", "lamp", minutesAgo(1), "e2"));
            SHOP.send("k", SHOP.view("ada", "cup", older, "e1"));
            SHOP.topics().flush();

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
                StreamingProcess.start(SHOP.lease(), folder, "--queries=views").awaitReady()) {
            SHOP.send(key, "{\"tenant_id\"");
            SHOP.send(key, SHOP.view("bob", "cup", minutesAgo(5), "good-1"));
            SHOP.send(key, "{\"tenant_id\":\"" + SHOP.tenant() + "\",\"user_id\":\"bob\"}");
            SHOP.send(key, "{\"tenant_id\":\"" + SHOP.tenant() + "\",\"user_id\":7,\"item_id\":\"cup\"}");
            SHOP.send(key, "{\"tenant_id\":\"nobody\",\"user_id\":\"bob\",\"item_id\":\"cup\"}");
            SHOP.send(key, SHOP.view("bob", "cup", Instant.parse("2999-01-01T00:00:00Z"), "later"));
            SHOP.send(key, " ".repeat(1_000_000));
            SHOP.send(key, "");
            SHOP.send(key, SHOP.view("bob", "lamp", minutesAgo(4), "good-2"));
            SHOP.topics().flush();

            await().atMost(PATIENCE)
                    .until(() -> SHOP.topics().values(REJECTED, key).size() == 7);
            List<String> reasons = new ArrayList<>();
            for (String kept : SHOP.topics().values(REJECTED, key)) {
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
        int views = 6_000;
        StreamingProcess first = StreamingProcess.start(
                        SHOP.lease(), folder, "--queries=views", "--max-batch-records=500")
                .awaitReady();
        for (int i = 0; i < views; i++) {
            SHOP.send(SHOP.tenant() + "/cy" + i % 7, SHOP.view("cy" + i % 7, "item-" + i, minutesAgo(1), "e" + i));
        }
        SHOP.topics().flush();
        await().atMost(PATIENCE).until(() -> stored().size() > views / 10);
        first.kill();
        assertThat(stored()).hasSizeLessThan(views);

        try (StreamingProcess second = StreamingProcess.start(SHOP.lease(), folder, "--queries=views")) {
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
        try (StreamingProcess first = StreamingProcess.start(SHOP.lease(), folder, "--queries=views")
                        .awaitReady();
                StreamingProcess second = StreamingProcess.start(SHOP.lease(), folder, "--queries=views")) {
            await().atMost(PATIENCE).until(() -> second.output().contains("Runs in another process"));
            assertThat(second.get("/health/ready").orElseThrow().statusCode()).isEqualTo(503);

            assertThat(first.stop()).isZero();

            second.awaitReady();
        }
    }
}
