package dev.tandem.serving.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import dev.tandem.serving.intake.InMemoryEventLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which forms events may be sent. */
class EventBodiesTest {
    private static final String PATH = "/v1/events";
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";
    private static final String GOOD = "{\"type\":\"view\",\"user_id\":\"anna\",\"item_id\":\"hat\"}";

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final RunningApi api = new RunningApi(log);

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void anArrayAndLinesAreSeveralInTheirOrder() {
        String first = view("anna", "hat", "e1");
        String second = view("ben", "cup", "e2");

        Answer array = post(JSON, " [ " + first + " ,\n" + second + " ] ");
        Answer lines = post(LINES, first + "\r\n\n" + second + "\n");

        assertThat(array.status()).isEqualTo(202);
        assertThat(array.text())
                .isEqualTo(
                        """
                        {"accepted":2,"events":[{"index":0,"event_id":"e1"},{"index":1,"event_id":"e2"}]}""");
        assertThat(lines.text()).isEqualTo(array.text());
        assertThat(log.keys())
                .containsExactly(
                        "tandem.views.v1 shop/anna",
                        "tandem.views.v1 shop/ben",
                        "tandem.views.v1 shop/anna",
                        "tandem.views.v1 shop/ben");
    }

    @Test
    void anEventOfUnreasonableSizeIsRefusedUnread() {
        Answer answer = post(JSON, "[" + GOOD + ",{\"type\":\"view\",\"more\":\"" + "x".repeat(70_000) + "\"}]");

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.json().at("/events/1/error/code").asText()).isEqualTo("too_large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "nonsense", "{", "[{\"type\":\"view\"", "[{}}", "{} {}", "\"x\"", "7", "[1 2]"})
    void aBodyThatIsNoJsonIsRefused(String body) {
        Answer answer = post(JSON, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo("malformed_request");
        assertThat(answer.text()).contains("The body is no JSON object or array of objects");
    }

    @ParameterizedTest
    @CsvSource({"application/json,[]", "application/x-ndjson,''"})
    void atLeastOneEventIsSent(String type, String body) {
        Answer answer = post(type, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("body is 'no events'; allowed: 1 to 500 events");
    }

    @Test
    void atMostFiveHundredEventsAreSent() {
        assertThat(post(LINES, lines(500)).json().path("accepted").asInt()).isEqualTo(500);

        Answer lines = post(LINES, lines(501));
        Answer array = post(JSON, "[" + lines(501).strip().replace("\n", ",") + "]");

        assertThat(lines.status()).isEqualTo(400);
        assertThat(lines.text()).contains("body is 'more than 500 events'; allowed: 1 to 500 events");
        assertThat(array.text()).isEqualTo(lines.text());
        assertThat(log.messages()).hasSize(500);
    }

    @Test
    void aBodyMayBePacked() {
        assertThat(postPacked(packed(lines(500))).json().path("accepted").asInt())
                .isEqualTo(500);
    }

    @Test
    void aSmallBodyThatUnpacksToALargeOneIsRefused() {
        byte[] bomb = packed(" ".repeat(50_000_000));

        Answer answer = postPacked(bomb);

        assertThat(bomb).hasSizeLessThan(60_000);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).contains("\"allowed\":\"512000 bytes\"");
    }

    @Test
    void whatIsPackedByHalvesOrNotAtAllIsRefused() {
        byte[] packed = packed(GOOD);

        assertThat(postPacked(Arrays.copyOf(packed, packed.length / 2)).status())
                .isEqualTo(400);
        assertThat(postPacked(GOOD.getBytes(StandardCharsets.UTF_8)).text())
                .contains("malformed_request", "The body is no whole gzip stream");
    }

    @Test
    void aBodyOfUnreasonableSizeIsRefused() {
        String body = "[" + " ".repeat(600_000) + "]";

        assertThat(post(JSON, body).status()).isEqualTo(413);
        assertThat(api.sendRaw("POST /v1/events/ HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                        + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/xml", "application/json; charset=utf-16", "application/jsonlines"})
    void aBodyOfAnotherFormIsRefused(String type) {
        Answer answer = post(type, GOOD);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(code(answer)).isEqualTo("unsupported_media_type");
        assertThat(answer.text())
                .contains(
                        "Content-Type is '" + type + "'; allowed: application/json or application/x-ndjson, in UTF-8");
    }

    @Test
    void aBodyPackedInAnotherWayIsRefusedWithTheOneThatIsKnown() {
        Answer answer = api.post(PATH, GOOD, "Content-Type", JSON, "Content-Encoding", "br");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.header("Accept-Encoding")).isEqualTo("gzip");
    }

    private Answer post(String type, String body) {
        return api.post(PATH, body, "Content-Type", type);
    }

    private Answer postPacked(byte[] body) {
        return api.post(PATH, body, "Content-Type", LINES, "Content-Encoding", "gzip");
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

    private static byte[] packed(String body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }
}
