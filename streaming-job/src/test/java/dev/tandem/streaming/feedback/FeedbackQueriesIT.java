package dev.tandem.streaming.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.cql.Row;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.core.schema.Topics;
import dev.tandem.streaming.StreamingProcess;
import dev.tandem.streaming.StreamingShop;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedbackQueriesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final StreamingShop SHOP = StreamingShop.open("feedback");
    private static final String ROUTINE = Topics.ROUTINE_FEEDBACK.name();
    private static final String CRITICAL = Topics.CRITICAL_FEEDBACK.name();
    private static final String ACKS = Topics.OFFER_ACKS.name();

    @TempDir
    private static Path folder;

    private static StreamingProcess streaming;

    @BeforeAll
    static void start() {
        streaming = StreamingProcess.start(SHOP.lease(), folder, "--queries=routine-feedback,offer-acks")
                .awaitReady();
    }

    @AfterAll
    static void close() {
        streaming.close();
        SHOP.close();
    }

    /** Sends a message, in single quotes and without its tenant, under a key of the tenant's. */
    private static void send(String topic, String key, String message) {
        sendOf(SHOP.tenant(), topic, key, message);
    }

    private static void sendOf(String tenant, String topic, String key, String message) {
        String json = message.replaceFirst("^\\{", "{'tenant_id':'" + tenant + "',");
        SHOP.topics()
                .send(topic, SHOP.tenant() + "/" + key, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(String topic, String key) {
        return SHOP.topics().records(topic, SHOP.tenant() + "/" + key);
    }

    private static List<Row> feedback(String id) {
        return SHOP.cql("SELECT * FROM feedback_by_id WHERE tenant_id = ? AND feedback_id = ?", SHOP.tenant(), id);
    }

    /** What the digest of a day reads of a feedback: {@code item score}. */
    private static List<String> ofDay(Row feedback) {
        return IntStream.range(0, 8)
                .mapToObj(shard -> SHOP.cql(
                        """
                        SELECT item_id, score FROM feedback_by_day
                        WHERE tenant_id = ? AND day = ? AND shard = ? AND feedback_id = ?""",
                        SHOP.tenant(),
                        Objects.toString(feedback.getInstant("received_at")).substring(0, 10),
                        shard,
                        Objects.toString(feedback.getString("feedback_id"))))
                .flatMap(List::stream)
                .map(row -> row.getString(0) + " " + row.getInt(1))
                .toList();
    }

    /** A feedback as it is once its offer is on its way. */
    private static void offered(String id) {
        SHOP.cql(
                "INSERT INTO feedback_by_id (tenant_id, feedback_id, user_id, score, offer, offered_at) VALUES (?, ?, 'u', 1, '{}', ?)",
                SHOP.tenant(),
                id,
                Instant.now());
    }

    private static @Nullable Instant acknowledgedAt(String id) {
        return feedback(id).get(0).getInstant("acknowledged_at");
    }

    private static List<String> reasons(String topic, String key) throws Exception {
        List<String> reasons = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> kept : records(Topics.rejected(topic), key)) {
            JsonNode json = new ObjectMapper().readTree(kept.value());
            reasons.add(json.get("reason").textValue() + " " + json.get("field").textValue());
        }
        return reasons;
    }

    @Test
    void routineFeedbackIsStoredOnceByIdAndByDay() {
        send(
                ROUTINE,
                "ann",
                "{'feedback_id':'a','user_id':'ann','item_id':'cup','score':5,'text':'fine','rated_at':'2026-01-02T03:04:05Z'}");
        send(ROUTINE, "ann", "{'feedback_id':'a','user_id':'ann','item_id':'hat','score':4,'text':'no'}");
        send(ROUTINE, "bob", "{'feedback_id':'b','user_id':'bob'}");
        SHOP.topics().flush();
        await().atMost(PATIENCE)
                .until(() -> feedback("a").size() + feedback("b").size() == 2);
        send(ROUTINE, "cleo", "{'feedback_id':'a','user_id':'cleo','score':4}");
        send(ROUTINE, "cleo", "{'feedback_id':'c','user_id':'cleo','score':4,'text':'good'}");
        SHOP.topics().flush();

        await().atMost(PATIENCE).until(() -> feedback("c").size() == 1);
        Row a = feedback("a").get(0);
        assertThat(List.of(a.getString("user_id"), a.getString("item_id"), a.getInt("score"), a.getString("text")))
                .containsExactly("ann", "cup", 5, "fine");
        assertThat(a.getInstant("rated_at")).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(a.getSet("flags", String.class)).isEmpty();
        assertThat(a.isNull("offered_at")).isTrue();
        assertThat(ofDay(a)).containsExactly("cup 5");
        Row b = feedback("b").get(0);
        assertThat(b.getSet("flags", String.class))
                .containsExactlyInAnyOrder("missing_item_id", "missing_score", "missing_text", "missing_time");
        assertThat(ofDay(b)).containsExactly(" 0");
    }

    @Test
    void theAnswerToAFeedbackWithTheSameIdStays() {
        offered("answered");
        send(ROUTINE, "dan", "{'feedback_id':'answered','user_id':'dan','score':5}");
        send(ROUTINE, "dan", "{'feedback_id':'d','user_id':'dan','score':5}");
        SHOP.topics().flush();

        await().atMost(PATIENCE).until(() -> feedback("d").size() == 1);
        assertThat(feedback("answered").get(0).getString("user_id")).isEqualTo("u");
        assertThat(feedback("answered").get(0).getString("offer")).isEqualTo("{}");
    }

    @Test
    void criticalFeedbackIsCarriedToItsOwnTopic() {
        send(ROUTINE, "eve", "{'feedback_id':'e','user_id':'eve','score':1,'text':'bad'}");
        send(ROUTINE, "eve", "{'feedback_id':'f','user_id':'eve','score':4}");
        SHOP.topics().flush();

        await().atMost(PATIENCE).until(() -> records(CRITICAL, "eve").size() == 1);
        ConsumerRecord<byte[], byte[]> sent = records(ROUTINE, "eve").get(0);
        ConsumerRecord<byte[], byte[]> carried = records(CRITICAL, "eve").get(0);
        assertThat(carried.value()).isEqualTo(sent.value());
        assertThat(carried.timestamp()).isEqualTo(sent.timestamp());
        assertThat(carried.partition()).isZero();
        await().atMost(PATIENCE).until(() -> feedback("f").size() == 1);
        assertThat(feedback("e")).isEmpty();
    }

    @Test
    void whatIsNoFeedbackIsKeptWithItsReason() throws Exception {
        send(ROUTINE, "broken", "{'feedback_id':'g',");
        send(ROUTINE, "broken", "{'feedback_id':'g','score':'five'}");
        sendOf("nobody", ROUTINE, "broken", "{'feedback_id':'g','score':5}");
        send(ROUTINE, "broken", "{'feedback_id':'g','score':6,'rated_at':1e999}");
        SHOP.topics().flush();

        await().atMost(PATIENCE).until(() -> feedback("g").size() == 1);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(reasons(ROUTINE, "broken"))
                .containsExactly("invalid_json ", "wrong_type score", "unknown_tenant tenant_id"));
        assertThat(feedback("g").get(0).getInt("score")).isEqualTo(6);
    }

    @Test
    void theFirstAcknowledgementOfAnOfferCounts() {
        Instant first = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
        offered("h");
        offered("i");
        send(ACKS, "offer-h", "{'offer_id':'offer-h','acknowledged_at':'%s'}".formatted(first));
        send(ACKS, "offer-h", "{'offer_id':'offer-h','acknowledged_at':'%s'}".formatted(first.minusSeconds(9)));
        SHOP.topics().flush();
        await().atMost(PATIENCE).until(() -> acknowledgedAt("h") != null);
        send(ACKS, "offer-h", "{'offer_id':'offer-h'}");
        send(ACKS, "offer-h", "{'offer_id':'offer-i'}");
        SHOP.topics().flush();

        await().atMost(PATIENCE).until(() -> acknowledgedAt("i") != null);
        assertThat(acknowledgedAt("h")).isEqualTo(first);
    }

    @Test
    void whatWasUndeliverableIsDeliveredAfterAll() {
        offered("j");
        SHOP.cql(
                "UPDATE feedback_by_id SET undeliverable_at = ? WHERE tenant_id = ? AND feedback_id = 'j'",
                Instant.now(),
                SHOP.tenant());
        SHOP.cql(
                "INSERT INTO undeliverable_offers (tenant_id, offer_id, attempts) VALUES (?, 'offer-j', 5)",
                SHOP.tenant());
        send(ACKS, "offer-j", "{'offer_id':'offer-j'}");
        SHOP.topics().flush();

        await().atMost(PATIENCE).until(() -> acknowledgedAt("j") != null);
        assertThat(feedback("j").get(0).isNull("undeliverable_at")).isTrue();
        assertThat(SHOP.cql("SELECT offer_id FROM undeliverable_offers WHERE tenant_id = ?", SHOP.tenant()))
                .isEmpty();
    }

    @Test
    void acknowledgementsOfOffersThatThereAreNotAreKept() throws Exception {
        SHOP.cql(
                "INSERT INTO feedback_by_id (tenant_id, feedback_id, score) VALUES (?, 'unanswered', 5)",
                SHOP.tenant());
        send(ACKS, "none", "{'offer_id':'offer-none'}");
        send(ACKS, "none", "{'offer_id':'none'}");
        send(ACKS, "none", "{'offer_id':'offer-unanswered'}");
        send(ACKS, "none", "{'offer_id':7}");
        SHOP.topics().flush();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(reasons(ACKS, "none"))
                .containsExactlyInAnyOrder(
                        "unknown_offer offer_id",
                        "unknown_offer offer_id",
                        "unknown_offer offer_id",
                        "wrong_type offer_id"));
        assertThat(feedback("none")).isEmpty();
        assertThat(feedback("unanswered").get(0).isNull("acknowledged_at")).isTrue();
    }
}
