package dev.tandem.serving.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import dev.tandem.serving.intake.InMemoryEventLog;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventsEndpointTest {
    private static final String PATH = "/v1/events";
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";
    private static final String GOOD = "{\"type\":\"view\",\"user_id\":\"anna\",\"item_id\":\"hat\"}";
    private static final String BAD = "{\"type\":\"view\",\"user_id\":\"anna\"}";

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final RunningApi api = new RunningApi(log);

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void anObjectIsOneEvent() {
        Answer answer = post(
                JSON,
                """
                {"type":"view","user_id":"anna","item_id":"hat","event_id":"e1","source":"mobile-app"}""");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text()).isEqualTo("{\"accepted\":1,\"events\":[{\"index\":0,\"event_id\":\"e1\"}]}");
        assertThat(log.keys()).containsExactly("tandem.views.v1 shop/anna");
        assertThat(log.messages())
                .singleElement()
                .asString()
                .contains("\"event_id\":\"e1\"", "\"source\":\"mobile-app\"");
    }

    @Test
    void withoutATimeAnEventIsOfNowAndWithoutAnIdItsIdFollowsFromItsContents() {
        Instant before = Instant.now();
        String timed = "{\"type\":\"view\",\"user_id\":\"anna\",\"item_id\":\"hat\",\"viewed_at\":\"" + before + "\"}";

        post(JSON, GOOD);
        String once = post(JSON, timed).json().at("/events/0/event_id").asText();
        String again = post(JSON, timed).json().at("/events/0/event_id").asText();

        assertThat(once).isNotEmpty().isEqualTo(again);
        assertThat(log.messages().get(0)).containsPattern("\"viewed_at\":\"20\\d\\d-");
        assertThat(log.messages().get(1)).isEqualTo(log.messages().get(2));
    }

    @Test
    void anEventWithoutATypeIsAView() {
        assertThat(post(JSON, "{\"user_id\":\"anna\",\"item_id\":\"hat\"}").status())
                .isEqualTo(202);

        assertThat(log.keys()).containsExactly("tandem.views.v1 shop/anna");
    }

    @Test
    void registrationsGoToTheirTopicsUnderTheirOwnIdsAndTheRequestsTenant() {
        Answer answer = post(
                LINES,
                """
                {"type":"user","user_id":"anna","name":"Anna","tenant_id":"shoe"}
                {"type":"item","item_id":"hat","name":"Hat","category":"clothes","price":9.5}
                {"type":"order","order_id":"o-1","user_id":"anna","lines":[{"item_id":"hat","quantity":2}]}
                {"type":"coupon","coupon_id":"c-1","name":"Ten off","discount_kind":"percent","discount":10}
                {"type":"view","user_id":"anna","item_id":"hat","event_id":"e1"}""");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().findValuesAsText("event_id")).containsExactly("anna", "hat", "o-1", "c-1", "e1");
        assertThat(log.keys())
                .containsExactly(
                        "tandem.users.v1 shop/anna",
                        "tandem.items.v1 shop/hat",
                        "tandem.orders.v1 shop/o-1",
                        "tandem.coupons.v1 shop/c-1",
                        "tandem.views.v1 shop/anna");
        assertThat(log.messages().subList(0, 4))
                .containsExactly(
                        "{\"tenant_id\":\"shop\",\"user_id\":\"anna\",\"name\":\"Anna\"}",
                        "{\"tenant_id\":\"shop\",\"item_id\":\"hat\",\"name\":\"Hat\",\"category\":\"clothes\",\"price\":9.50}",
                        "{\"tenant_id\":\"shop\",\"order_id\":\"o-1\",\"user_id\":\"anna\","
                                + "\"lines\":[{\"item_id\":\"hat\",\"line_number\":1,\"quantity\":2}]}",
                        "{\"tenant_id\":\"shop\",\"coupon_id\":\"c-1\",\"name\":\"Ten off\","
                                + "\"discount_kind\":\"percent\",\"discount\":10.00}");
    }

    @Test
    void anOrderThatIsNotAcknowledgedIsNamedWithItsTime() {
        log.lose(event -> event.type().equals("order"));

        Answer answer = post(
                JSON,
                """
                {"type":"order","order_id":"o-1","ordered_at":"2026-01-02T03:04:05+01:00",\
                "lines":[{"item_id":"hat","quantity":2}]}""");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().at("/events/0/event_id").asText()).isEqualTo("o-1");
        assertThat(answer.json().at("/events/0/time").asText()).isEqualTo("2026-01-02T02:04:05Z");
    }

    @Test
    void ofAPartlyBadBatchTheGoodOnesAreTakenAndEachBadOneIsNamed() {
        Answer answer = post(
                JSON,
                "[" + view("anna", "hat", "e1") + "," + BAD
                        + ",{\"type\":\"view\",\"user_id\":\"anna\",\"item_id\":7},3]");

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.text())
                .isEqualTo(
                        """
                        {"accepted":1,"rejected":3,"events":[\
                        {"index":0,"status":"accepted","event_id":"e1"},\
                        {"index":1,"status":"rejected","error":{"code":"missing_field","field":"item_id","value":"",\
                        "message":"item_id is missing; every event of this type has it"}},\
                        {"index":2,"status":"rejected","error":{"code":"wrong_type","field":"item_id","value":"7",\
                        "message":"item_id is 7; it has to be a string"}},\
                        {"index":3,"status":"rejected","error":{"code":"wrong_type","field":"","value":"3",\
                        "message":"The event is no JSON object; send {…}"}}]}""");
        assertThat(log.messages()).hasSize(1);
    }

    @Test
    void aLineThatIsNoJsonIsOneBadEvent() {
        Answer answer = post(LINES, GOOD + "\n{\"type\":\n" + GOOD);

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.json().at("/events/1/error/code").asText()).isEqualTo("invalid_json");
        assertThat(log.messages()).hasSize(2);
    }

    @Test
    void whereNoneIsGoodTheAnswerIsAnErrorThatNamesEach() {
        Answer answer = post(JSON, "[" + BAD + "," + BAD + "]");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo("invalid_events");
        assertThat(answer.json().path("rejected").asInt()).isEqualTo(2);
        assertThat(answer.json().findValuesAsText("status")).containsExactly("rejected", "rejected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'type':1}; wrong_type; type",
                "{'type':'dance'}; invalid_value; type",
                "{'type':'user','user_id':7}; wrong_type; user_id",
                "{'type':'item','item_id':'hat','name':'Hat'}; missing_field; category",
                "{'type':'order','order_id':'o'}; missing_field; lines",
                "{'type':'order','order_id':'o','lines':[{'item_id':'i','quantity':0}]}; invalid_value; lines[0].quantity",
                "{'type':'order','order_id':'o','ordered_at':'2999-01-01T00:00:00Z'}; time_in_future; ordered_at",
                "{'type':'coupon','coupon_id':'c','name':'C','discount_kind':'half','discount':1}; invalid_value; discount_kind",
                "{'type':'view','user_id':'','item_id':'i'}; invalid_value; user_id",
                "{'type':'view','user_id':'u','item_id':'\\ud800'}; invalid_value; item_id",
                "{'type':'view','user_id':'u','item_id':'i','viewed_at':'2999-01-01T00:00:00Z'}; time_in_future; viewed_at",
                "{'type':'view','user_id':'u','item_id':'i','viewed_at':'1999-01-01T00:00:00Z'}; time_too_old; viewed_at",
                "{'type':'view','user_id':'u','item_id':'i','viewed_at':'soon'}; invalid_value; viewed_at"
            })
    void anEventIsRefusedWithReasonAndField(String event, String reason, String field) {
        JsonNode error = post(JSON, event.replace('\'', '"')).json().at("/events/0/error");

        assertThat(error.path("code").asText()).isEqualTo(reason);
        assertThat(error.path("field").asText()).isEqualTo(field);
        assertThat(error.path("message").asText()).startsWith(field + " is ");
    }

    @Test
    void anEventIsOfATenantThatExists() {
        Answer answer = api.post(PATH, GOOD, "Content-Type", JSON, "Tandem-Tenant", "shoe");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(code(answer)).isEqualTo("unknown_tenant");
        assertThat(log.messages()).isEmpty();
    }

    @Test
    void whatTheBrokerDoesNotAcknowledgeIsNamedBesideWhatItDid() {
        log.lose(event -> event.eventId().equals("e2"));

        Answer answer = post(LINES, view("anna", "hat", "e1") + "\n" + view("anna", "cup", "e2") + "\n" + BAD);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(code(answer)).isEqualTo("broker_unavailable");
        assertThat(answer.json().path("accepted").asInt()).isEqualTo(1);
        assertThat(answer.json().findValuesAsText("status")).containsExactly("accepted", "unacknowledged", "rejected");
        assertThat(answer.json().at("/events/1/event_id").asText()).isEqualTo("e2");
        assertThat(answer.json().at("/events/1/time").asText()).startsWith("20");
    }

    @Test
    void aBrokerThatFallsSilentIsWaitedForNoLongerThanTheLimit() {
        log.fallSilent();

        Answer answer = post(JSON, GOOD);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().findValuesAsText("status")).containsExactly("unacknowledged");
    }

    @Test
    void whileTooManyEventsWaitForTheBrokerNoneIsTaken() throws Exception {
        log.fallSilent();
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> post(LINES, lines(500)));
        CompletableFuture<Answer> second = CompletableFuture.supplyAsync(() -> post(LINES, lines(500)));
        await().until(() -> api.get("/metrics").text().contains("tandem_events_in_flight 1000"));

        Answer third = post(JSON, GOOD);

        assertThat(third.status()).isEqualTo(429);
        assertThat(third.header("Retry-After")).isEqualTo("1");
        assertThat(code(third)).isEqualTo("too_many_events");
        log.wake();
        first.get(10, TimeUnit.SECONDS);
        second.get(10, TimeUnit.SECONDS);
        assertThat(post(JSON, GOOD).status()).isEqualTo(202);
    }

    @Test
    void eventsAreCountedByTypeAndReason() {
        post(LINES, GOOD + "\n" + GOOD + "\n" + BAD + "\n{\"type\":\"dance\"}");

        assertThat(api.get("/metrics").text())
                .contains(
                        "tandem_events_accepted_total{type=\"view\"} 2",
                        "tandem_events_rejected_total{reason=\"missing_field\",type=\"view\"} 1",
                        "tandem_events_rejected_total{reason=\"invalid_value\",type=\"unknown\"} 1",
                        "tandem_events_acknowledgement_seconds_count{type=\"view\"} 2",
                        "tandem_events_in_flight 0");
    }

    private Answer post(String type, String body) {
        return api.post(PATH, body, "Content-Type", type);
    }

    private static String code(Answer answer) {
        return answer.json().at("/error/code").asText();
    }

    private static String view(String user, String item, String eventId) {
        return "{\"type\":\"view\",\"user_id\":\"%s\",\"item_id\":\"%s\",\"event_id\":\"%s\"}"
                .formatted(user, item, eventId);
    }

    private static String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> view("anna", "hat", "e" + i) + "\n")
                .collect(Collectors.joining());
    }
}
