package dev.tandem.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedRequestTest {
    private static final String OF_ANNA = "/v1/users/anna/recommendations";

    private static RunningApi api;

    @BeforeAll
    static void start() {
        api = new RunningApi();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "1001", "abc", "", "1.5", "99999999999999999999", "1e1", "٣"})
    void aLimitThatIsNoWholeNumberFromOneToAHundredIsRefused(String limit) {
        Answer answer = api.get(OF_ANNA + "?limit=" + limit);

        assertThat(answer.status()).isEqualTo(400);
        JsonNode error = answer.json().path("error");
        assertThat(error.path("code").asText()).isEqualTo("invalid_parameter");
        assertThat(error.path("details").path("field").asText()).isEqualTo("limit");
        assertThat(error.path("details").path("value").asText()).isEqualTo(limit);
        assertThat(error.path("details").path("allowed").asText()).isEqualTo("a whole number from 1 to 100");
    }

    @Test
    void anUnknownParameterIsNamedWithTheOneThatWasProbablyMeant() {
        Answer answer = api.get("/v1/users/anna/buy-again?lmit=3");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .isEqualTo(
                        """
                        {"error":{"code":"unknown_parameter","message":"There is no parameter 'lmit' here; did you mean \
                        'limit'? Known here: limit, category, exclude, in_stock, cursor","details":{"field":"lmit",\
                        "allowed":"limit, category, exclude, in_stock, cursor"}}}""");
    }

    @Test
    void anUnknownParameterWithoutANearOneIsNamedWithThoseThatThereAre() {
        assertThat(message(api.get("/v1/best-sellers?page=3")))
                .isEqualTo("There is no parameter 'page' here. Known here: limit, category, exclude, in_stock, cursor");
        assertThat(message(api.get("/v1/items/hat?limit=3")))
                .isEqualTo("There is no parameter 'limit' here. Known here: no parameters");
    }

    @Test
    void aParameterMayBeGivenOnce() {
        assertThat(message(api.get(OF_ANNA + "?limit=3&limit=3"))).isEqualTo("limit is given more than once");
    }

    @Test
    void aValueMustBeDecodable() {
        String answer = api.sendRaw(get(OF_ANNA + "?limit=%zz"));

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"field\":\"limit\",\"value\":\"%zz\"");
    }

    @Test
    void anIdHasAtMost128Characters() {
        Answer answer = api.get("/v1/items/" + "x".repeat(10_000));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).hasSizeLessThan(600).contains("\"field\":\"item_id\"", "(10000 characters)");
    }

    @Test
    void aUriOfUnreasonableLengthIsRefusedInTheSameForm() {
        String answer = api.sendRaw(get("/v1/items/" + "x".repeat(60_000)));

        assertThat(answer).startsWith("HTTP/1.1 414 ").contains("{\"error\":{\"code\":\"uri_too_long\"");
        assertThatItTellsNothingOfTheServer(answer);
    }

    @Test
    void headersOfUnreasonableSizeAreRefusedInTheSameForm() {
        String answer =
                api.sendRaw("GET %s HTTP/1.1\r\nHost: a\r\nX-Large: %s\r\n\r\n".formatted(OF_ANNA, "x".repeat(60_000)));

        assertThat(answer).startsWith("HTTP/1.1 431 ").contains("{\"error\":{\"code\":\"headers_too_large\"");
        assertThatItTellsNothingOfTheServer(answer);
    }

    @Test
    void aBodyOfUnreasonableSizeIsRefusedInTheSameForm() {
        String answer = api.sendRaw("GET %s HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\nConnection: close\r\n\r\n"
                .formatted(OF_ANNA));

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("{\"error\":{\"code\":\"payload_too_large\"");
    }

    @ParameterizedTest
    @CsvSource({"%0a,\\\\u000a", "%09,\\\\u0009", "%1b,\\\\u001b", "%7f,\\\\u007f", "%C2%85,\\\\u0085"})
    void aControlCharacterInAnIdIsRefusedAndShownHarmlessly(String encoded, String shown) {
        Answer answer = api.get("/v1/users/a" + encoded + "b/recommendations");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("\"field\":\"user_id\",\"value\":\"a" + shown + "b\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%zz", "%", "%2", "%ff", "%C3", "\u0001"})
    void anIdThatIsNoValidPartOfAUriIsRefusedInTheSameForm(String part) {
        String answer = api.sendRaw(get("/v1/users/a" + part + "/recommendations"));

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("{\"error\":{\"code\":\"malformed_request\"");
        assertThatItTellsNothingOfTheServer(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense\r\n\r\n", "GET / HTTP/9.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\n\r\n"})
    void whatIsNotHttpIsRefusedInTheSameForm(String request) {
        String answer = api.sendRaw(request);

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("{\"error\":{\"code\":\"malformed_request\"");
        assertThatItTellsNothingOfTheServer(answer);
    }

    @Test
    void anotherMethodIsRefusedWithThoseThatArePossible() {
        Answer answer = api.send("POST", OF_ANNA);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
        assertThat(answer.json().path("error").path("code").asText()).isEqualTo("method_not_allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1", "/v1/users/anna", "/v2/items/hat", "/docs/../openapi.yml", "/docs/x"})
    void whereNothingIsThatIsSaid(String path) {
        Answer answer = api.get(path, "Accept", "text/html");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().path("error").path("code").asText()).isEqualTo("unknown_path");
    }

    @Test
    void aWebSocketIsRefusedInTheSameForm() {
        String answer = api.sendRaw(
                "GET %s HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n".formatted(OF_ANNA)
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 404 ").contains("{\"error\":{\"code\":\"unknown_path\"");
    }

    @Test
    void aTenantThatDoesNotExistIsNotFound() {
        Answer answer = api.get(OF_ANNA, "Tandem-Tenant", "shoe");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("error").path("code").asText()).isEqualTo("unknown_tenant");
        assertThat(message(answer)).startsWith("There is no tenant 'shoe'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shop!", "all", "-shop", "a b"})
    void aTenantThatCannotBeIsRefused(String tenant) {
        Answer answer = api.get(OF_ANNA, "Tandem-Tenant", tenant);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").path("details").path("field").asText())
                .isEqualTo("Tandem-Tenant");
    }

    @Test
    void aRequestIsAboutOneTenant() {
        Answer answer = api.get(OF_ANNA, "Tandem-Tenant", "shop", "Tandem-Tenant", "store");

        assertThat(message(answer)).isEqualTo("Tandem-Tenant is given more than once");
    }

    private static String get(String path) {
        return "GET %s HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".formatted(path);
    }

    private static String message(Answer answer) {
        return answer.json().path("error").path("message").asText();
    }

    private static void assertThatItTellsNothingOfTheServer(String answer) {
        assertThat(answer).doesNotContainIgnoringCase("jetty").doesNotContain("Server:", "Exception", "<html>");
    }
}
