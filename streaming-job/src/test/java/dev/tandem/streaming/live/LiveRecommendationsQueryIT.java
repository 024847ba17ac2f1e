package dev.tandem.streaming.live;

import static dev.tandem.streaming.StreamingShop.minutesAgo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.factors.FactorMatrix;
import dev.tandem.core.factors.RowObjective;
import dev.tandem.core.foldin.FoldInItem;
import dev.tandem.core.foldin.FoldInModel;
import dev.tandem.core.foldin.FoldInSettings;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.streaming.StreamingProcess;
import dev.tandem.streaming.StreamingShop;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveRecommendationsQueryIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final StreamingShop SHOP = StreamingShop.open("live");
    private static final Instant TRAINED_UNTIL = minutesAgo(600);

    @TempDir
    private static Path folder = Path.of("");

    private static @Nullable StreamingProcess streaming;

    @BeforeAll
    static void start() {
        streaming = StreamingProcess.start(SHOP.lease(), folder, "--queries=views,live-recommendations")
                .awaitReady();
    }

    @AfterAll
    static void close() {
        if (streaming != null) {
            streaming.close();
        }
        SHOP.close();
    }

    /** Two kinds of items, each alike among themselves. */
    private static void publish(String version, String... items) {
        float[] vectors = {1, 0.1f, 0.9f, 0.1f, 0.1f, 1, 0.1f, 0.9f};
        FoldInModel model = new FoldInModel(
                new TenantId(SHOP.tenant()),
                new ModelVersion(version),
                TRAINED_UNTIL,
                new FoldInSettings(new RowObjective(1, 0, 0.1, 0.01, 0, 0), 0.2, Duration.ofDays(60), 0, 0),
                List.of(items).stream()
                        .map(item -> FoldInItem.listed(item, item, "things"))
                        .toList(),
                new FactorMatrix(2, vectors),
                new float[4]);
        List<ByteBuffer> parts = model.encode();
        for (int part = 0; part < parts.size(); part++) {
            SHOP.cql(
                    "INSERT INTO fold_in_models (tenant_id, model_version, part, parts, content) VALUES (?, ?, ?, ?, ?)",
                    SHOP.tenant(),
                    version,
                    part,
                    parts.size(),
                    parts.get(part));
        }
        SHOP.cql(
                "INSERT INTO active_models (tenant_id, model_version, events_until, published_at) VALUES (?, ?, ?, ?)",
                SHOP.tenant(),
                version,
                TRAINED_UNTIL,
                Instant.now());
    }

    private static Optional<Row> list(String user) {
        return SHOP
                .cql(
                        "SELECT model_version, items, events_until FROM live_recommendations_by_user"
                                + " WHERE tenant_id = ? AND user_id = ?",
                        SHOP.tenant(),
                        user)
                .stream()
                .findFirst();
    }

    private static boolean isMadeBy(String user, String version) {
        return list(user).map(row -> version.equals(row.getString(0))).orElse(false);
    }

    /** Who looked at something when no model was there to make a list. */
    private static String userWithoutAList() {
        String user = user();
        SHOP.look(user, "cup");
        await().atMost(PATIENCE).until(() -> isEnlisted(user));
        return list(user).isEmpty() ? user : userWithoutAList();
    }

    private static boolean isEnlisted(String user) {
        return SHOP
                .cql(
                        "SELECT shard, user_id FROM live_users_by_shard WHERE tenant_id = ? ALLOW FILTERING",
                        SHOP.tenant())
                .stream()
                .anyMatch(row -> user.equals(row.getString(1)));
    }

    private static String user() {
        return "user-" + UUID.randomUUID();
    }

    @BeforeEach
    void aModel() {
        publish("first", "cup", "mug", "lamp", "torch");
    }

    @AfterEach
    void noModel() {
        SHOP.cql("DELETE FROM active_models WHERE tenant_id = ?", SHOP.tenant());
    }

    @Test
    void userUnknownToTheModelHasAListAfterTheFirstView() {
        String user = user();
        SHOP.look(user, "cup");

        await().atMost(PATIENCE).until(() -> isMadeBy(user, "first"));
        // What was looked at may be bought yet, so it is listed; what is alike comes before what is not.
        assertThat(list(user).orElseThrow().getString(1)).matches("(?s).*\"cup\".*\"mug\".*");
        assertThat(list(user).orElseThrow().getInstant(2)).isAfter(TRAINED_UNTIL);
    }

    @Test
    void whatWasBoughtIsNotListedAndSpeaksForWhatIsAlike() {
        String user = user();
        SHOP.cql(
                "INSERT INTO order_lines_by_user (tenant_id, user_id, order_id, line_number, item_id, quantity,"
                        + " ordered_at, kind) VALUES (?, ?, 'o1', 1, 'torch', 1, ?, 'sale')",
                SHOP.tenant(),
                user,
                minutesAgo(5));
        SHOP.look(user, "cup");

        await().atMost(PATIENCE).until(() -> isMadeBy(user, "first"));
        assertThat(list(user).orElseThrow().getString(1))
                .doesNotContain("\"torch\"")
                .contains("\"lamp\"");
    }

    @Test
    void anotherModelMakesAllLiveListsAnewWithoutARestart() {
        String viewer = user();
        String other = user();
        SHOP.look(viewer, "cup");
        SHOP.look(other, "lamp");
        await().atMost(PATIENCE).until(() -> isMadeBy(viewer, "first") && isMadeBy(other, "first"));
        Instant knownUntil = list(viewer).orElseThrow().getInstant(2);

        publish("second", "cup", "bowl", "lamp", "torch");

        await().atMost(PATIENCE).until(() -> isMadeBy(viewer, "second") && isMadeBy(other, "second"));
        assertThat(list(viewer).orElseThrow().getString(1)).contains("\"bowl\"");
        assertThat(list(viewer).orElseThrow().getInstant(2)).isEqualTo(knownUntil);
    }

    @Test
    void usersOfAShopWithoutAModelHaveTheirListsOnceThereIsOne() {
        noModel();
        String user = user();
        SHOP.look(user, "cup");
        await().atMost(PATIENCE).until(() -> isEnlisted(user));

        publish("third", "cup", "mug", "lamp", "torch");

        await().atMost(PATIENCE).until(() -> isMadeBy(user, "third"));
    }

    @Test
    void modelThatGoesAndComesBackMakesTheListsOfThoseWhoLookedInBetween() {
        String before = user();
        SHOP.look(before, "cup");
        await().atMost(PATIENCE).until(() -> isMadeBy(before, "first"));
        noModel();
        String between = userWithoutAList();

        publish("first", "cup", "mug", "lamp", "torch");

        await().atMost(PATIENCE).until(() -> isMadeBy(between, "first"));
    }
}
