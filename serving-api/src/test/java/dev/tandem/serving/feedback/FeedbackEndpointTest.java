package dev.tandem.serving.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import dev.tandem.serving.intake.EventMessage;
import dev.tandem.serving.intake.InMemoryEventLog;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedbackEndpointTest {
    private static final String PATH = "/v1/feedback";
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";
    private static final String GOOD =
            """
            {"feedback_id":"f-1","user_id":"anna","item_id":"hat","score":2,"text":"It broke.","rated_at":"2026-01-02"}""";
    private static final String FINE =
            """
            {"feedback_id":"f-2","user_id":"ben","item_id":"hat","score":5,"text":"Lovely!","rated_at":"2026-01-02"}""";
    private static final String FLAGGED = "{\"feedback_id\":\"f-3\",\"score\":1,\"rated_at\":\"2026-01-02\"}";
    private static final String BAD = "{\"feedback_id\":\"f-4\",\"score\":\"five\"}";

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final RunningApi api = new RunningApi(log);

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void anObjectIsOneFeedback() {
        Answer answer = post(JSON, GOOD);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(answer.text())
                .isEqualTo(
                        """
                        {"accepted":1,"feedback":[{"index":0,"feedback_id":"f-1","valid":true,"flags":[],\
                        "critical":true,"answered":true}]}""");
        assertThat(log.keys()).containsExactly("tandem.critical-feedback.v1 shop/anna");
        assertThat(log.messages())
                .containsExactly(
                        """
                        {"feedback_id":"f-1","tenant_id":"shop","user_id":"anna","item_id":"hat","score":2,\
                        "text":"It broke.","rated_at":"2026-01-02T00:00:00Z","valid":true,"flags":[]}""");
    }

    @ParameterizedTest
    @CsvSource({"application/json,array", "application/x-ndjson,lines"})
    void severalAreTakenEachToItsTopic(String type, String form) {
        String body = form.equals("array")
                ? "[" + GOOD + "," + FINE + "," + FLAGGED + "]"
                : GOOD + "\n\n" + FINE + "\n" + FLAGGED + "\n";

        Answer answer = post(type, body);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text())
                .isEqualTo(
                        """
                        {"accepted":3,"feedback":[\
                        {"index":0,"feedback_id":"f-1","valid":true,"flags":[],"critical":true,"answered":true},\
                        {"index":1,"feedback_id":"f-2","valid":true,"flags":[],"critical":false,"answered":false},\
                        {"index":2,"feedback_id":"f-3","valid":false,\
                        "flags":["missing_item_id","missing_text","missing_user_id"],"critical":true,"answered":false}]}""");
        assertThat(log.keys())
                .containsExactly(
                        "tandem.critical-feedback.v1 shop/anna",
                        "tandem.routine-feedback.v1 shop/ben",
                        "tandem.critical-feedback.v1 shop/f-3");
    }

    @Test
    void ofABatchWithSomeThatCannotBeReadTheOthersAreTakenAndThoseAreKept() {
        Answer answer = post(JSON, "[" + GOOD + "," + BAD + ",7]");

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.text())
                .isEqualTo(
                        """
                        {"accepted":1,"rejected":2,"feedback":[\
                        {"index":0,"status":"accepted","feedback_id":"f-1","valid":true,"flags":[],"critical":true,\
                        "answered":true},\
                        {"index":1,"status":"rejected","error":{"code":"wrong_type","field":"score","value":"\\"five\\"",\
                        "message":"score is \\"five\\"; it has to be a whole number, 1 to 5"}},\
                        {"index":2,"status":"rejected","error":{"code":"wrong_type","field":"","value":"7",\
                        "message":"The event is no JSON object; send {…}"}}]}""");
        assertThat(log.keys())
                .containsExactly(
                        "tandem.critical-feedback.v1 shop/anna",
                        "tandem.critical-feedback.v1.rejected shop/",
                        "tandem.critical-feedback.v1.rejected shop/");
    }

    @Test
    void whereNoneCanBeReadTheAnswerIsAnErrorThatNamesEach() {
        Answer answer = post(LINES, BAD + "\n{\"score\":\n");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/error/code").asText()).isEqualTo("invalid_feedback");
        assertThat(answer.json().path("rejected").asInt()).isEqualTo(2);
        assertThat(answer.json().findValuesAsText("status")).containsExactly("rejected", "rejected");
        assertThat(log.messages()).hasSize(2);
    }

    @Test
    void aFeedbackOfUnreasonableSizeIsKeptAll() {
        String tooLong = "{\"text\":\"" + "\\\"".repeat(120_000) + "\"}";

        Answer answer = post(JSON, tooLong);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/feedback/0/error/code").asText()).isEqualTo("too_large");
        assertThat(log.events()).singleElement().satisfies(kept -> assertThat(kept.value())
                .hasSizeBetween(240_000, 1_000_000));
    }

    @Test
    void whatTheBrokerDoesNotAcknowledgeIsToBeSentAgainAsItWas() {
        log.lose(event -> event.eventId().equals("f-2"));

        Answer answer = post(JSON, "[" + GOOD + "," + FINE + "," + BAD + "]");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.json().at("/error/code").asText()).isEqualTo("broker_unavailable");
        assertThat(answer.json().at("/feedback/0/status").asText()).isEqualTo("accepted");
        assertThat(answer.json().at("/feedback/1").toString())
                .isEqualTo(
                        """
                        {"index":1,"status":"unacknowledged","feedback_id":"f-2","rated_at":"2026-01-02T00:00:00Z"}""");
        assertThat(answer.json().at("/feedback/2/status").asText()).isEqualTo("rejected");
    }

    @Test
    void whatCannotBeReadIsNotAnsweredForBeforeItIsKept() {
        log.lose(event -> event.topic().endsWith(".rejected"));

        Answer answer = post(JSON, BAD);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().at("/feedback/0").toString()).isEqualTo("{\"index\":0,\"status\":\"unacknowledged\"}");
    }

    @Test
    void whileTooMuchWaitsForTheBrokerNothingIsTakenNotEvenWhatCannotBeRead() throws Exception {
        log.fallSilent();
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> post(LINES, lines()));
        CompletableFuture<Answer> second = CompletableFuture.supplyAsync(() -> post(LINES, lines()));
        await().until(() -> api.get("/metrics").text().contains("tandem_events_in_flight 1000"));

        Answer third = post(JSON, BAD);

        assertThat(third.status()).isEqualTo(429);
        assertThat(third.header("Retry-After")).isEqualTo("1");
        log.wake();
        first.get(10, TimeUnit.SECONDS);
        second.get(10, TimeUnit.SECONDS);
        assertThat(post(JSON, GOOD).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain,shop,415,unsupported_media_type",
        "application/x-www-form-urlencoded,shop,415,unsupported_media_type",
        "application/json,shoe,404,unknown_tenant"
    })
    void aRequestIsOfAFormAndATenantThatAreKnown(String type, String tenant, int status, String code) {
        Answer answer = api.post(PATH, GOOD, "Content-Type", type, "Tandem-Tenant", tenant);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().at("/error/code").asText()).isEqualTo(code);
        assertThat(log.events()).isEmpty();
    }

    @Test
    void aBodyOfUnreasonableSizeIsRefused() {
        assertThat(post(JSON, "[" + " ".repeat(600_000) + "]").status()).isEqualTo(413);
    }

    @Test
    void feedbackIsOfTheTenantThatTheRequestNamesWhateverElseItSays() {
        api.post(PATH, GOOD.replace("{", "{\"tenant_id\":\"shop\","), "Content-Type", JSON, "Tandem-Tenant", "store");

        assertThat(log.keys()).containsExactly("tandem.critical-feedback.v1 store/anna");
        assertThat(log.messages()).singleElement().asString().contains("\"tenant_id\":\"store\"");
    }

    @Test
    void feedbackIsCounted() {
        post(LINES, GOOD + "\n" + GOOD + "\n" + FINE + "\n" + FLAGGED + "\n" + BAD);

        assertThat(api.get("/metrics").text())
                .contains(
                        "tandem_feedback_accepted_total{critical=\"true\",valid=\"true\"} 2",
                        "tandem_feedback_accepted_total{critical=\"false\",valid=\"true\"} 1",
                        "tandem_feedback_accepted_total{critical=\"true\",valid=\"false\"} 1",
                        "tandem_feedback_flags_total{flag=\"missing_text\"} 1",
                        "tandem_events_accepted_total{type=\"feedback\"} 4",
                        "tandem_events_rejected_total{reason=\"wrong_type\",type=\"feedback\"} 1",
                        "tandem_events_in_flight 0");
    }

    @Test
    void aMessageIsOfTheMomentOfItsReceipt() {
        post(JSON, GOOD);

        EventMessage sent = log.events().get(0);
        assertThat(sent.receivedAt()).isAfter(sent.at());
        assertThat(new String(sent.value(), StandardCharsets.UTF_8)).doesNotContain("received_at");
    }

    private Answer post(String type, String body) {
        return api.post(PATH, body, "Content-Type", type);
    }

    private static String lines() {
        return IntStream.range(0, 500).mapToObj(i -> GOOD + "\n").collect(Collectors.joining());
    }
}
