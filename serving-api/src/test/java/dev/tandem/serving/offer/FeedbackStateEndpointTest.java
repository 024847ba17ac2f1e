package dev.tandem.serving.offer;

import static dev.tandem.serving.RunningApi.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FeedbackStateEndpointTest {
    private final RunningApi api = new RunningApi();

    @AfterEach
    void stop() {
        api.close();
    }

    static Stream<Arguments> states() {
        return Stream.of(
                Arguments.of("accepted", new StoredFeedback.Times(Feedbacks.RECEIVED, null, null, null, null)),
                Arguments.of(
                        "offered", new StoredFeedback.Times(Feedbacks.RECEIVED, Feedbacks.after(1), null, null, null)),
                Arguments.of(
                        "delivered",
                        new StoredFeedback.Times(
                                Feedbacks.RECEIVED, Feedbacks.after(1), Feedbacks.after(2), null, null)),
                Arguments.of("acknowledged", Feedbacks.ACKNOWLEDGED.times()),
                Arguments.of(
                        "undeliverable",
                        new StoredFeedback.Times(
                                Feedbacks.RECEIVED, Feedbacks.after(1), Feedbacks.after(2), null, Feedbacks.after(9))),
                Arguments.of(
                        "acknowledged",
                        new StoredFeedback.Times(
                                Feedbacks.RECEIVED,
                                Feedbacks.after(1),
                                Feedbacks.after(2),
                                Feedbacks.after(10),
                                Feedbacks.after(9))));
    }

    @ParameterizedTest
    @MethodSource("states")
    void whatHappenedLastIsTheState(String state, StoredFeedback.Times times) {
        api.feedback.put(SHOP, Feedbacks.stored(times));

        assertThat(api.get("/v1/feedback/f-1").text("state")).isEqualTo(state);
    }

    @Test
    void aFeedbackHasItsTimesAndItsOfferAsAnObject() {
        api.feedback.put(SHOP, Feedbacks.ACKNOWLEDGED);

        Answer answer = api.get("/v1/feedback/f-1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(answer.text())
                .startsWith(
                        """
                        {"feedback_id":"f-1","user_id":"anna","item_id":"kettle","score":1,"text":"Leaks \\"a lot\\"",\
                        "valid":false,"flags":["missing_time"],"state":"acknowledged","accepted_at":"2026-01-02T09:00:00Z",\
                        "offered_at":"2026-01-02T09:00:01Z","delivered_at":"2026-01-02T09:00:02Z",\
                        "acknowledged_at":"2026-01-02T09:00:05Z","undeliverable_at":null,"attempts":1,\
                        "offer":{"offer_id":"offer-f-1",""");
        assertThat(answer.json().at("/offer/discount/discount").asText()).isEqualTo("10.0");
    }

    @Test
    void whatIsNotKnownIsNull() {
        api.feedback.put(SHOP, Feedbacks.BARE);

        assertThat(api.get("/v1/feedback/bare").text())
                .isEqualTo(
                        """
                        {"feedback_id":"bare","user_id":null,"item_id":null,"score":null,"text":null,"valid":false,\
                        "flags":["missing_score","missing_user_id"],"state":"accepted",\
                        "accepted_at":"2026-01-02T09:00:00Z","offered_at":null,"delivered_at":null,\
                        "acknowledged_at":null,"undeliverable_at":null,"attempts":0,"offer":null}""");
    }

    @Test
    void aFeedbackThatIsNotStoredMayBeOnItsWay() {
        Answer answer = api.get("/v1/feedback/f-2");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text())
                .isEqualTo(
                        """
                        {"error":{"code":"unknown_feedback","message":"Tenant 'shop' has no feedback 'f-2'; one that was\
                         accepted a moment ago may be on its way: ask again in a second",\
                        "details":{"field":"feedback_id","value":"f-2"}}}""");
    }

    @Test
    void anIdIsNotLongerThanIdsAre() {
        assertThat(api.get("/v1/feedback/" + "f".repeat(129)).status()).isEqualTo(400);
    }

    @Test
    void whenTheStoreFailsTheCallerMayTryAgain() {
        api.availability.down();

        assertThat(api.get("/v1/feedback/f-1").status()).isEqualTo(503);
    }
}
