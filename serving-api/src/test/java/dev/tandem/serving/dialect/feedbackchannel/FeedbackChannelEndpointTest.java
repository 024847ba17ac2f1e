package dev.tandem.serving.dialect.feedbackchannel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import dev.tandem.serving.intake.InMemoryEventLog;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedbackChannelEndpointTest {
    private static final String REVIEW =
            """
            {"customer_id": 1, "service_id": 2, "timestamp": "2024-02-15", "review_txt": "test", "review_score": 2}""";

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final RunningApi api = new RunningApi(log);

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void theDocumentedExampleIsReceived() {
        Answer answer = post(REVIEW);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.text()).isEqualTo("{\"msg\":\"received\"}");
        assertThat(log.keys()).containsExactly("tandem.critical-feedback.v1 store/1");
        assertThat(log.messages())
                .singleElement()
                .asString()
                .contains(
                        """
                        "tenant_id":"store","user_id":"1","item_id":"2","score":2,"text":"test",\
                        "rated_at":"2024-02-15T00:00:00Z","valid":true,"flags":[]}""");
    }

    @Test
    void anEmptyReviewIsReceivedAndFlagged() {
        assertThat(post("{}").status()).isEqualTo(201);

        assertThat(log.messages())
                .singleElement()
                .asString()
                .contains("missing_user_id", "missing_item_id", "missing_score", "missing_text", "missing_time");
    }

    @Test
    void everythingThatIsWrongIsNamedInTheOrderOfTheFields() {
        Answer answer = post(
                """
                {"review_score":2.5,"review_txt":1,"timestamp":"x","service_id":[],"customer_id":"a"}""");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().findValuesAsText("type"))
                .containsExactly(
                        "int_parsing", "int_type", "datetime_from_date_parsing", "string_type", "int_from_float");
        assertThat(log.messages())
                .singleElement()
                .asString()
                .contains("\"reason\":\"wrong_type\",\"field\":\"customer_id\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"})
    void otherMethodsAreNotAllowed(String method) {
        Answer answer = api.send(method, "/receive");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("POST");
        assertThat(answer.text()).isEqualTo(method.equals("HEAD") ? "" : "{\"detail\":\"Method Not Allowed\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "APPLICATION/JSON",
                "application/json; charset=utf-8",
                "application/vnd.api+json",
                "application/octet-stream",
                "text/json"
            })
    void aBodyIsReadWhateverItIsSaidToBe(String type) {
        assertThat(api.post("/receive", REVIEW, "Content-Type", type).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void whatAPageOfAnotherSiteCouldSendIsNotRead(String type) {
        for (String written : new String[] {type, type.toUpperCase(Locale.ROOT)}) {
            Answer answer = written.isEmpty()
                    ? api.post("/receive", REVIEW)
                    : api.post("/receive", REVIEW, "Content-Type", written);

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().at("/detail/0/type").asText()).isEqualTo("model_attributes_type");
            assertThat(answer.json().at("/detail/0/input").asText()).isEqualTo(REVIEW);
        }
        assertThat(log.keys()).containsOnly("tandem.critical-feedback.v1.rejected store/");
    }

    @Test
    void aBodyThatIsNoTextIsKept() {
        byte[] body = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};

        Answer answer = api.post("/receive", body, "Content-Type", "application/json");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo("{\"detail\":\"There was an error parsing the body\"}");
        assertThat(log.messages()).singleElement().asString().contains("\"payload_base64\":\"eyL/IjoxfQ==\"");
    }

    @Test
    void aBodyOfUnreasonableDepthIsRefused() {
        Answer answer = post("[".repeat(100_000));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/detail/0/type").asText()).isEqualTo("json_invalid");
    }

    @Test
    void withoutABrokerNothingIsReceived() {
        log.lose(event -> true);

        for (String body : new String[] {REVIEW, "nonsense"}) {
            Answer answer = post(body);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(answer.json().at("/error/code").asText()).isEqualTo("broker_unavailable");
        }
    }

    @Test
    void headerTandemTenantHasNoMeaningHere() {
        api.post("/receive", REVIEW, "Content-Type", "application/json", "Tandem-Tenant", "shop");

        assertThat(log.keys()).containsExactly("tandem.critical-feedback.v1 store/1");
    }

    private Answer post(String body) {
        return api.post("/receive", body, "Content-Type", "application/json");
    }
}
