package dev.tandem.serving.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.feedback.FeedbackCodec;
import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import dev.tandem.serving.intake.EventMessage;
import dev.tandem.serving.intake.InMemoryEventLog;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a feedback in which one field is as the table says, and all others are well. */
@TestInstance(Lifecycle.PER_CLASS)
class FeedbackCasesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ABSENT = "-";
    private static final int PARTITIONS = 6;

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final RunningApi api = new RunningApi(log);

    @AfterAll
    void stop() {
        api.close();
    }

    // A long string is written "x*N".
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            feedback_id | "f-1"                       |                   | answered
            feedback_id | -                           |                   | answered
            feedback_id | null                        |                   | answered
            feedback_id | ""                          |                   | answered
            feedback_id | 7                           |                   | answered
            user_id     | "Ünal 日本"                 |                   | answered
            user_id     | -                           | missing_user_id   | critical
            user_id     | null                        | missing_user_id   | critical
            user_id     | ""                          | missing_user_id   | critical
            user_id     | "  "                        | missing_user_id   | critical
            user_id     | 0                           |                   | answered
            user_id     | -7                          |                   | answered
            item_id     | -                           | missing_item_id   | answered
            item_id     | null                        | missing_item_id   | answered
            item_id     | ""                          | missing_item_id   | answered
            item_id     | 0                           |                   | answered
            item_id     | -2                          |                   | answered
            item_id     | "x*129"                     | unusable_item_id  | answered
            item_id     | "a\\u0001b"                 | unusable_item_id  | answered
            score       | 1                           |                   | answered
            score       | 2                           |                   | answered
            score       | 3                           |                   | answered
            score       | 4                           |                   | routine
            score       | 5                           |                   | routine
            score       | 2.0                         |                   | answered
            score       | "2"                         |                   | answered
            score       | " 2 "                       |                   | answered
            score       | -                           | missing_score     | routine
            score       | null                        | missing_score     | routine
            score       | ""                          | missing_score     | routine
            score       | 0                           | score_out_of_range | routine
            score       | -1                          | score_out_of_range | routine
            score       | 6                           | score_out_of_range | routine
            score       | 99999999999999999999        | score_out_of_range | routine
            score       | 1e400                       | score_out_of_range | routine
            text        | -                           | missing_text      | answered
            text        | null                        | missing_text      | answered
            text        | ""                          | missing_text      | answered
            text        | "  "                        | blank_text        | answered
            text        | "\\ud800 half"              |                   | answered
            text        | "x*10000"                   |                   | answered
            text        | "x*10001"                   | text_too_long     | answered
            rated_at    | -                           | missing_time      | answered
            rated_at    | null                        | missing_time      | answered
            rated_at    | ""                          | missing_time      | answered
            rated_at    | "2026-01-02"                |                   | answered
            rated_at    | "2026-01-02T09:30"          |                   | answered
            rated_at    | "2026-01-02 09:30:00.25"    |                   | answered
            rated_at    | "2026-01-02T09:30:00+01:00" |                   | answered
            rated_at    | 1767346200                  |                   | answered
            rated_at    | 1767346200000               |                   | answered
            rated_at    | "1767346200"                |                   | answered
            rated_at    | 0                           |                   | answered
            rated_at    | -1                          |                   | answered
            rated_at    | "yesterday"                 | unreadable_time   | answered
            rated_at    | "2026-02-30"                | unreadable_time   | answered
            rated_at    | true                        | unreadable_time   | answered
            rated_at    | 1e400                       | unreadable_time   | answered
            rated_at    | "2999-01-01"                | time_in_future    | answered
            rated_at    | 32472144000                 |                   | answered
            valid       | false                       |                   | answered
            flags       | ["missing_text"]            |                   | answered
            tenant_id   | "shoe"                      |                   | answered
            whatever    | {"deep":[1]}                |                   | answered
            """)
    void whatCanBeReadIsTakenAndFlagged(String field, String value, String flags, String kind) {
        int before = log.events().size();

        Answer answer = post(feedback(field, value));

        assertThat(answer.status()).isEqualTo(201);
        JsonNode found = answer.json().at("/feedback/0");
        assertThat(texts(found.path("flags"))).isEqualTo(flags == null ? List.of() : List.of(flags));
        assertThat(found.path("valid").asBoolean()).isEqualTo(flags == null);
        assertThat(found.path("critical").asBoolean()).isEqualTo(!kind.equals("routine"));
        assertThat(found.path("answered").asBoolean()).isEqualTo(kind.equals("answered"));
        assertThat(log.events()).hasSize(before + 1);
        EventMessage sent = log.events().get(before);
        assertThat(sent.topic())
                .isEqualTo(kind.equals("routine") ? "tandem.routine-feedback.v1" : "tandem.critical-feedback.v1");
        Feedback decoded = FeedbackCodec.decode(sent.value(), sent.receivedAt());
        assertThat(decoded.feedbackId()).isEqualTo(found.path("feedback_id").asText());
        assertThat(decoded.tenant()).isEqualTo(RunningApi.SHOP);
        assertThat(decoded.flagWords()).containsExactlyElementsOf(texts(found.path("flags")));
        if (decoded.isCritical()) {
            int third = (decoded.score() - 1) * 2;
            assertThat(sent.placement().partition(() -> PARTITIONS).getAsInt()).isBetween(third, third + 1);
        } else {
            assertThat(sent.placement().partition(() -> PARTITIONS)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            feedback_id | true         | wrong_type
            feedback_id | []           | wrong_type
            feedback_id | "x*129"      | invalid_value
            feedback_id | "a\\u0001b"  | invalid_value
            user_id     | 1.5          | wrong_type
            user_id     | true         | wrong_type
            user_id     | ["anna"]     | wrong_type
            user_id     | {}           | wrong_type
            user_id     | "x*129"      | invalid_value
            user_id     | "a\\u0001b"  | invalid_value
            user_id     | "\\ud800"    | invalid_value
            item_id     | true         | wrong_type
            item_id     | 1.5          | wrong_type
            item_id     | []           | wrong_type
            score       | 2.5          | wrong_type
            score       | "2.5"        | wrong_type
            score       | "five"       | wrong_type
            score       | true         | wrong_type
            score       | [2]          | wrong_type
            text        | 7            | wrong_type
            text        | true         | wrong_type
            text        | {}           | wrong_type
            """)
    void whatCannotBeReadIsRefusedAndKept(String field, String value, String reason) {
        int before = log.events().size();
        String body = feedback(field, value);

        Answer answer = post(body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/error/code").asText()).isEqualTo("invalid_feedback");
        assertThat(answer.json().at("/feedback/0/error/code").asText()).isEqualTo(reason);
        assertThat(answer.json().at("/feedback/0/error/field").asText()).isEqualTo(field);
        assertThat(log.events()).hasSize(before + 1);
        assertThatItIsKept(log.events().get(before), reason, body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            {                            | invalid_json
            nonsense                     | invalid_json
            {"score":1                   | invalid_json
            {} {}                        | invalid_json
            [{"score":1},                | invalid_json
            7                            | invalid_json
            "a"                          | invalid_json
            null                         | invalid_json
            [7]                          | wrong_type
            [null]                       | wrong_type
            [[]]                         | wrong_type
            """)
    void aBodyThatIsNoFeedbackIsRefusedAndKept(String body, String reason) {
        int before = log.events().size();

        Answer answer = post(body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/feedback/0/error/code").asText()).isEqualTo(reason);
        String kept = body.startsWith("[") && reason.equals("wrong_type") ? body.substring(1, body.length() - 1) : body;
        assertThatItIsKept(log.events().get(before), reason, kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            ~~        | malformed_request
            ~  ~      | malformed_request
            []        | invalid_parameter
            """)
    void thereIsNothingToKeepOfNothing(String body, String code) {
        int before = log.events().size();

        Answer answer = post(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/error/code").asText()).isEqualTo(code);
        assertThat(log.events()).hasSize(before);
    }

    @Test
    void twoWithTheSameIdAreBothTakenAndAreTheSameFeedback() {
        int before = log.events().size();
        String one = feedback("feedback_id", "\"f-1\"");

        Answer answer = post("[" + one + "," + one + "]");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().findValuesAsText("feedback_id")).containsExactly("f-1", "f-1");
        assertThat(log.events().get(before).value())
                .isEqualTo(log.events().get(before + 1).value());
    }

    @Test
    void withoutAnIdItFollowsFromWhatTheFeedbackSays() {
        String first = post(feedback("feedback_id", ABSENT))
                .json()
                .at("/feedback/0/feedback_id")
                .asText();
        String again = post(feedback("feedback_id", "null"))
                .json()
                .at("/feedback/0/feedback_id")
                .asText();
        String other = post(feedback("feedback_id", ABSENT).replace("broke", "tore"))
                .json()
                .at("/feedback/0/feedback_id")
                .asText();

        assertThat(first).isNotEmpty().isEqualTo(again).isNotEqualTo(other);
    }

    private static void assertThatItIsKept(EventMessage kept, String reason, String payload) {
        assertThat(kept.topic()).isEqualTo("tandem.critical-feedback.v1.rejected");
        assertThat(kept.key()).isEqualTo("shop/");
        JsonNode rejected = json(new String(kept.value(), StandardCharsets.UTF_8));
        assertThat(rejected.path("topic").asText()).isEqualTo("tandem.critical-feedback.v1");
        assertThat(rejected.path("partition").asInt()).isEqualTo(-1);
        assertThat(rejected.path("offset").asInt()).isEqualTo(-1);
        assertThat(rejected.path("reason").asText()).isEqualTo(reason);
        assertThat(rejected.path("payload").asText()).isEqualTo(payload);
    }

    private Answer post(String body) {
        return api.post("/v1/feedback", body, "Content-Type", "application/json");
    }

    /** A feedback with this value in this field. */
    private static String feedback(String field, String value) {
        ObjectNode feedback = (ObjectNode)
                json(
                        """
                {"user_id":"anna","item_id":"hat","score":2,"text":"It broke.","rated_at":"2026-01-02T09:30:00Z"}""");
        feedback.remove(field);
        if (value.equals(ABSENT)) {
            return feedback.toString();
        }
        String object = feedback.toString();
        return "%s,\"%s\":%s}".formatted(object.substring(0, object.length() - 1), field, written(value));
    }

    private static String written(String value) {
        return value.startsWith("\"x*")
                ? "\"" + "x".repeat(Integer.parseInt(value.replaceAll("\\D", ""))) + "\""
                : value;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
