package dev.tandem.serving.dialect.feedbackchannel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a review in which one field is as the table says, and all others are well. */
@TestInstance(Lifecycle.PER_CLASS)
class FeedbackChannelCasesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ABSENT = "-";

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final RunningApi api = new RunningApi(log);

    @AfterAll
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            customer_id  | -                       | missing_user_id    | critical
            customer_id  | null                    | missing_user_id    | critical
            customer_id  | 0                       |                    | answered
            customer_id  | -1                      |                    | answered
            customer_id  | 1.0                     |                    | answered
            customer_id  | 1e3                     |                    | answered
            customer_id  | "1"                     |                    | answered
            customer_id  | " +1_000.00 "           |                    | answered
            customer_id  | true                    |                    | answered
            customer_id  | 99999999999999999999999 |                    | answered
            service_id   | null                    | missing_item_id    | answered
            service_id   | 0                       |                    | answered
            service_id   | "007"                   |                    | answered
            timestamp    | null                    | missing_time       | answered
            timestamp    | "2024-02-15"            |                    | answered
            timestamp    | "2024-02-15T10:00"      |                    | answered
            timestamp    | "2024-02-15 10:00:00"   |                    | answered
            timestamp    | "2024-02-15_10:00:00,5" |                    | answered
            timestamp    | "2024-02-15t10:00:00z"  |                    | answered
            timestamp    | "2024-02-15T10:00:00.123456789+23:59" |      | answered
            timestamp    | "2024-02-15T10:00:00\u22120100" |            | answered
            timestamp    | 0                       |                    | answered
            timestamp    | -1                      |                    | answered
            timestamp    | 1708000000.5            |                    | answered
            timestamp    | 1708000000000           |                    | answered
            timestamp    | "1708000000"            |                    | answered
            timestamp    | "2024"                  |                    | answered
            timestamp    | "2999-01-01"            | time_in_future     | answered
            review_txt   | null                    | missing_text       | answered
            review_txt   | ""                      | missing_text       | answered
            review_txt   | "  "                    | blank_text         | answered
            review_txt   | "\\ud800 half"          |                    | answered
            review_score | null                    | missing_score      | routine
            review_score | 1                       |                    | answered
            review_score | 3                       |                    | answered
            review_score | 4                       |                    | routine
            review_score | 0                       | score_out_of_range | routine
            review_score | 6                       | score_out_of_range | routine
            review_score | -1                      | score_out_of_range | routine
            review_score | "2"                     |                    | answered
            review_score | 2.0                     |                    | answered
            review_score | true                    |                    | answered
            whatever     | {"deep":[1]}            |                    | answered
            tenant_id    | "shop"                  |                    | answered
            """)
    void whatTheFormerServiceReadIsTakenAndFlagged(String field, String value, String flag, String kind) {
        int before = log.events().size();

        Answer answer = post(review(field, value));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text()).isEqualTo("{\"msg\":\"received\"}");
        assertThat(log.events()).hasSize(before + 1);
        EventMessage sent = log.events().get(before);
        Feedback feedback = FeedbackCodec.decode(sent.value(), sent.receivedAt());
        assertThat(sent.topic())
                .isEqualTo(kind.equals("routine") ? "tandem.routine-feedback.v1" : "tandem.critical-feedback.v1");
        assertThat(feedback.tenant()).isEqualTo(RunningApi.STORE);
        assertThat(feedback.flagWords()).isEqualTo(flag == null ? Set.of() : Set.of(flag));
        assertThat(feedback.isAnswerable()).isEqualTo(kind.equals("answered"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            customer_id  | " +1_000.00 "                         | userId  | 1000
            customer_id  | 1e3                                   | userId  | 1000
            customer_id  | true                                  | userId  | 1
            customer_id  | -0.0                                  | userId  | 0
            service_id   | "007"                                 | itemId  | 7
            timestamp    | "2024-02-15"                          | ratedAt | 2024-02-15T00:00:00Z
            timestamp    | "2024-02-15T10:00:00.123456789+23:59" | ratedAt | 2024-02-14T10:01:00.123Z
            timestamp    | "2024-02-15T10:00:00\u22120100"       | ratedAt | 2024-02-15T11:00:00Z
            timestamp    | "2024-02-15_10:00:00,5"               | ratedAt | 2024-02-15T10:00:00.500Z
            timestamp    | 1708000000.5                          | ratedAt | 2024-02-15T12:26:40.500Z
            timestamp    | 1708000000000                         | ratedAt | 2024-02-15T12:26:40Z
            timestamp    | "2024"                                | ratedAt | 1970-01-01T00:33:44Z
            timestamp    | -1                                    | ratedAt | 1969-12-31T23:59:59Z
            review_txt   | "\\ud800 half"                        | text    | \ufffd half
            review_score | "2"                                   | score   | 2
            """)
    void aValueIsWhatTheFormerServiceTookItFor(String field, String value, String component, String expected) {
        int before = log.events().size();

        post(review(field, value));

        EventMessage sent = log.events().get(before);
        assertThat(FeedbackCodec.decode(sent.value(), sent.receivedAt()))
                .extracting(component)
                .hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            customer_id  | "a"                | int_parsing
            customer_id  | ""                 | int_parsing
            customer_id  | " "                | int_parsing
            customer_id  | "1.5"              | int_parsing
            customer_id  | "1__0"             | int_parsing
            customer_id  | "1e3"              | int_parsing
            customer_id  | "\u0661"           | int_parsing
            customer_id  | 1.5                | int_from_float
            customer_id  | []                 | int_type
            customer_id  | {}                 | int_type
            customer_id  | 1.0E30             | int_parsing_size
            service_id   | "x"                | int_parsing
            service_id   | [1]                | int_type
            review_score | "five"             | int_parsing
            review_score | 2.5                | int_from_float
            review_score | [2]                | int_type
            review_txt   | 1                  | string_type
            review_txt   | true               | string_type
            review_txt   | {}                 | string_type
            timestamp    | true               | datetime_type
            timestamp    | []                 | datetime_type
            """)
    void whatTheFormerServiceRefusedIsRefusedInItsWords(String field, String value, String type) {
        String body = review(field, value);
        int before = log.events().size();

        Answer answer = post(body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .isEqualTo("{\"detail\":[{\"type\":\"%s\",\"loc\":[\"body\",\"%s\"],\"msg\":\"%s\",\"input\":%s}]}"
                        .formatted(type, field, message(type), value));
        assertThatItIsKept(before, body);
    }

    private static String message(String type) {
        return switch (type) {
            case "int_parsing" -> "Input should be a valid integer, unable to parse string as an integer";
            case "int_from_float" -> "Input should be a valid integer, got a number with a fractional part";
            case "int_type" -> "Input should be a valid integer";
            case "int_parsing_size" -> "Unable to parse input string as an integer, exceeded maximum size";
            case "string_type" -> "Input should be a valid string";
            default -> "Input should be a valid datetime";
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            "yesterday"           | datetime_from_date_parsing | input is too short
            ""                    | datetime_from_date_parsing | input is too short
            "2024-2-5"            | datetime_from_date_parsing | input is too short
            "15.02.2024"          | datetime_from_date_parsing | invalid character in year
            " 2024-02-15"         | datetime_from_date_parsing | invalid character in year
            "2024/02/15"          | datetime_from_date_parsing | invalid date separator, expected `-`
            "10000-01-01"         | datetime_from_date_parsing | invalid date separator, expected `-`
            "2024-1a-01"          | datetime_from_date_parsing | invalid character in month
            "2024-02-1a"          | datetime_from_date_parsing | invalid character in day
            "2024-13-01"          | datetime_from_date_parsing | month value is outside expected range of 1-12
            "2024-02-30"          | datetime_from_date_parsing | day value is outside expected range
            "2024-02-15T25:00"    | datetime_from_date_parsing | unexpected extra characters at the end of the input
            "2024-02-15T10:00+01" | datetime_from_date_parsing | unexpected extra characters at the end of the input
            "2024-02-15 "         | datetime_from_date_parsing | unexpected extra characters at the end of the input
            "0000-01-01"          | datetime_parsing | year 0 is out of range
            "253402300800000"     | datetime_from_date_parsing | dates after 9999 are not supported as unix timestamps
            253402300800000       | datetime_parsing | dates after 9999 are not supported as unix timestamps
            -62167219200001       | datetime_parsing | dates before 0000 are not supported as unix timestamps
            -62135596800001       | datetime_parsing | year 0 is out of range
            """)
    void whatIsNoTimeIsRefusedInItsWords(String value, String type, String problem) {
        String body = review("timestamp", value);
        int before = log.events().size();

        Answer answer = post(body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .isEqualTo(
                        """
                        {"detail":[{"type":"%s","loc":["body","timestamp"],"msg":"Input should be a valid datetime%s, %s",\
                        "input":%s,"ctx":{"error":"%s"}}]}"""
                                .formatted(
                                        type,
                                        type.equals("datetime_parsing") ? "" : " or date",
                                        problem,
                                        value,
                                        problem));
        assertThatItIsKept(before, body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            {                    |  1 | Expecting property name enclosed in double quotes
            {,}                  |  1 | Expecting property name enclosed in double quotes
            {'a':1}              |  1 | Expecting property name enclosed in double quotes
            {"a":1,}             |  7 | Expecting property name enclosed in double quotes
            nonsense             |  0 | Expecting value
            {"a":}               |  5 | Expecting value
            {"a":tru}            |  5 | Expecting value
            {"a":-}              |  5 | Expecting value
            {"a":[1,]}           |  8 | Expecting value
            [                    |  1 | Expecting value
            {"a":NaN}            |  5 | Expecting value
            {"a" 1}              |  5 | Expecting ':' delimiter
            {"a"                 |  4 | Expecting ':' delimiter
            {"customer_id":1     | 16 | Expecting ',' delimiter
            {"a":1 "b":2}        |  7 | Expecting ',' delimiter
            {"a":01}             |  6 | Expecting ',' delimiter
            {"a":"\ud83d\ude00" x} |  9 | Expecting ',' delimiter
            {} {}                |  3 | Extra data
            {"a":1}}             |  7 | Extra data
            {"a":"b              |  5 | Unterminated string starting at
            {"a":"b\\"           |  5 | Unterminated string starting at
            {"a":"\\x"}          |  6 | Invalid \\\\escape
            {"a":"\\u12"}        |  7 | Invalid \\\\uXXXX escape
            {"a":"x\ty"}         |  7 | Invalid control character at
            """)
    void whatIsNoJsonIsRefusedWithItsPlace(String body, int place, String problem) {
        int before = log.events().size();

        Answer answer = post(body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .isEqualTo(
                        """
                        {"detail":[{"type":"json_invalid","loc":["body",%d],"msg":"JSON decode error","input":{},\
                        "ctx":{"error":"%s"}}]}"""
                                .formatted(place, problem));
        assertThatItIsKept(before, body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            []                | model_attributes_type
            [{"customer_id":1}] | model_attributes_type
            "x"               | model_attributes_type
            7                 | model_attributes_type
            true              | model_attributes_type
            null              | missing
            ~~                | missing
            """)
    void whatIsNoObjectIsRefused(String body, String type) {
        int before = log.events().size();

        Answer answer = post(body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .isEqualTo("{\"detail\":[{\"type\":\"%s\",\"loc\":[\"body\"],\"msg\":\"%s\",\"input\":%s}]}"
                        .formatted(
                                type,
                                type.equals("missing")
                                        ? "Field required"
                                        : "Input should be a valid dictionary or object to extract fields from",
                                body.isEmpty() ? "null" : body));
        assertThatItIsKept(before, body);
    }

    private void assertThatItIsKept(int before, String payload) {
        List<EventMessage> kept = log.events().subList(before, log.events().size());
        assertThat(kept).singleElement().satisfies(message -> {
            assertThat(message.topic()).isEqualTo("tandem.critical-feedback.v1.rejected");
            assertThat(message.key()).isEqualTo("store/");
            assertThat(json(new String(message.value(), StandardCharsets.UTF_8))
                            .path("payload")
                            .asText())
                    .isEqualTo(payload);
        });
    }

    private Answer post(String body) {
        return api.post("/receive", body, "Content-Type", "application/json");
    }

    /** A review with this value in this field. */
    private static String review(String field, String value) {
        ObjectNode review = json(
                """
                {"customer_id":1,"service_id":2,"timestamp":"2024-02-15","review_txt":"test","review_score":2}""");
        review.remove(field);
        if (value.equals(ABSENT)) {
            return review.toString();
        }
        String object = review.toString();
        return "%s,\"%s\":%s}".formatted(object.substring(0, object.length() - 1), field, value);
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
