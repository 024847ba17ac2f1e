package dev.tandem.local.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.core.event.ProductViewCodec;
import dev.tandem.core.event.View;
import dev.tandem.core.event.ViewCodec;
import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.local.launcher.CommandRun;
import dev.tandem.local.launcher.publishing.TopicMessages;
import dev.tandem.local.launcher.publishing.TopicMessages.Message;
import dev.tandem.local.services.SharedStack;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayViewsCommandIT {
    private static TopicMessages topics;

    /** The topics are shared, the tenant is this test's own. */
    private final String tenant = "replay-" + UUID.randomUUID().toString().substring(0, 8);

    private Instant begin = Instant.EPOCH;

    @TempDir
    private Path folder;

    @BeforeAll
    static void findKafka() {
        topics = new TopicMessages(SharedStack.lease("replayviews").kafkaBootstrapServers());
    }

    @BeforeEach
    void takeTheTime() {
        begin = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    @Test
    void productViewsArriveAsTheyAreWithTheCurrentTime() throws Exception {
        String anna =
                "{\"event\":\"ProductView\",\"messageid\":\"m-1\",\"userid\":\"anna\",\"properties\":{\"productid\":\"p-1\"},\"context\":{\"source\":\"desktop\"}}";
        String ben =
                "{\"event\":\"ProductView\",\"messageid\":\"m-2\",\"userid\":\"ben\",\"properties\":{\"productid\":\"p-2\"}}";
        Path file = file(anna, "", ben);

        CommandRun run = replay(file, "--rate=0");

        assertThat(run.exitCode()).as(run.err()).isZero();
        List<Message> sent = ofTenant("product_views");
        assertThat(sent).extracting(Message::value).containsExactlyInAnyOrder(anna, ben);
        assertThat(sent).extracting(Message::key).containsExactlyInAnyOrder(tenant + "/anna", tenant + "/ben");
        assertThat(sent).extracting(Message::timestamp).allSatisfy(timestamp -> assertThat(timestamp)
                .isBetween(begin, Instant.now()));
        assertThat(run.out()).contains("To topic product_views: " + file, "2 sent, 2 acknowledged, 0 bad lines");
    }

    @Test
    void viewsAsTheApiTakesThemGetTheirTenantAndTheCurrentTime() throws Exception {
        Path file = file(
                "{\"event_id\":\"e-1\",\"user_id\":\"anna\",\"item_id\":\"i-1\",\"viewed_at\":\"2001-01-01T00:00:00Z\"}");

        CommandRun run = replay(file, "--rate=0");

        assertThat(run.exitCode()).as(run.err()).isZero();

        Message message = ofTenant("tandem.views.v1").get(0);
        View view = ViewCodec.decode(message.value().getBytes(StandardCharsets.UTF_8), message.timestamp());
        assertThat(view)
                .isEqualTo(new View(
                        "e-1", new TenantId(tenant), new UserId("anna"), new ItemId("i-1"), message.timestamp(), ""));
        assertThat(view.viewedAt()).isBetween(begin, Instant.now());
    }

    @Test
    void badLinesAreNamedAndTheRestIsSent() throws Exception {
        Path file = file(
                "{\"event\":",
                "{\"event\":\"ProductView\",\"messageid\":\"m-1\",\"userid\":\"anna\",\"properties\":{\"productid\":\"p-1\"}}",
                "[1]",
                "{\"event\":\"ProductView\",\"messageid\":\"m-2\",\"userid\":\"anna\",\"properties\":{}}",
                "{\"user_id\":\"anna\",\"item_id\":\"i-1\"}",
                "{\"event\":\"ProductView\",\"messageid\":\"m-3\",\"userid\":\"anna\",\"properties\":{\"productid\":\""
                        + "x".repeat(100_000) + "\"}}",
                "{\"event\":\"ProductView\",\"messageid\":\"m-4\",\"userid\":\"anna\",\"properties\":{\"productid\":\"p-4\"}}");

        CommandRun run = replay(file, "--rate=0");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(ofTenant("product_views")).hasSize(2);
        assertThat(run.out())
                .contains(
                        "line 1: The event is no JSON",
                        "line 3: The event is no JSON object; send {…}",
                        "line 4: properties.productid is missing",
                        "line 5: event is missing",
                        "line 6: The event has 65537 bytes; allowed: 65536 at the most",
                        "2 sent, 2 acknowledged, 5 bad lines")
                .doesNotContain("line 2", "line 7");
    }

    @Test
    void viewsKeepTheirRate() throws Exception {
        String view = "{\"event\":\"ProductView\",\"userid\":\"anna\",\"properties\":{\"productid\":\"p-1\"}}";

        assertThat(replay(file(view, view, view), "--rate=10").exitCode()).isZero();

        List<Instant> times =
                ofTenant("product_views").stream().map(Message::timestamp).toList();
        assertThat(times).hasSize(3);
        assertThat(Duration.between(begin, times.get(2))).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void inLaterRoundsViewsHaveOtherIdsForElseTheyWouldBeTheSame() throws Exception {
        Path file = file(
                "{\"event\":\"ProductView\",\"messageid\":\"m-1\",\"userid\":\"anna\",\"properties\":{\"productid\":\"p-1\"}}");
        Thread looping = new Thread(() -> replay(file, "--rate=50", "--loop"));

        looping.start();
        await().until(() -> ofTenant("product_views").size() >= 3);
        looping.interrupt();
        looping.join();

        List<String> ids = ofTenant("product_views").stream()
                .map(message -> ProductViewCodec.decode(
                                message.value().getBytes(StandardCharsets.UTF_8),
                                new TenantId(tenant),
                                message.timestamp())
                        .eventId())
                .toList();
        assertThat(ids).startsWith("m-1").doesNotHaveDuplicates();
    }

    @Test
    void aGzippedFileIsReadAsThePlainOne() throws Exception {
        Path file = folder.resolve("views.ndjson.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
            gzip.write("{\"user_id\":\"anna\",\"item_id\":\"i-1\"}".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(replay(file, "--rate=0").exitCode()).isZero();

        assertThat(ofTenant("tandem.views.v1")).hasSize(1);
    }

    @Test
    void aFileOfSomethingElseIsRefused() throws Exception {
        CommandRun ofInvoices = replay(file("{\"invoice\":1}"), "--rate=0");
        CommandRun ofNothing = replay(folder.resolve("missing"), "--rate=0");

        assertThat(ofInvoices.exitCode()).isEqualTo(3);
        assertThat(ofInvoices.err()).contains("has no view; a line is {\"event\":\"ProductView\",\"userid\":…}");
        assertThat(ofNothing.exitCode()).isEqualTo(3);
        assertThat(ofNothing.err()).contains("is no file that can be read");
    }

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("views.ndjson"), List.of(lines));
    }

    private List<Message> ofTenant(String topic) {
        return topics.all(topic).stream()
                .filter(message -> message.key() != null && message.key().startsWith(tenant + "/"))
                .toList();
    }

    private CommandRun replay(Path file, String... options) {
        List<String> words = new ArrayList<>(List.of(
                "replay-views",
                file.toString(),
                "--tenant=" + tenant,
                "--kafka.bootstrap-servers=" + topics.bootstrapServers()));
        words.addAll(List.of(options));
        return CommandRun.of(folder, words);
    }
}
