package dev.tandem.serving.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.feedback.FeedbackCodec;
import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import dev.tandem.serving.intake.EventMessage;
import dev.tandem.serving.intake.InMemoryEventLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of the storefront developer's page that say what becomes of a feedback, row by row. */
@TestInstance(Lifecycle.PER_CLASS)
class DocumentedFeedbackTest {
    private static final Path PAGE = Path.of("..", "docs", "storefront-developer.md");
    private static final Pattern ROW = Pattern.compile(
            "^\\| `(\"(\\w+)\":.*)` \\| (\\d+) \\| (?:–|`(\\w+)`) \\| (yes|no) \\| (\\w+) \\|$", Pattern.MULTILINE);
    private static final Map<String, String> TOPICS = Map.of(
            "critical", "tandem.critical-feedback.v1",
            "routine", "tandem.routine-feedback.v1",
            "rejected", "tandem.critical-feedback.v1.rejected");

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final RunningApi api = new RunningApi(log);

    @AfterAll
    void stop() {
        api.close();
    }

    static Stream<Row> rows() throws IOException {
        return ROW.matcher(Files.readString(PAGE)).results().map(Row::of);
    }

    record Row(String json, String field, int status, String flag, boolean isAnswered, String topic) {
        static Row of(MatchResult row) {
            return new Row(
                    row.group(1),
                    row.group(2),
                    Integer.parseInt(row.group(3)),
                    row.group(4) == null ? "" : row.group(4),
                    row.group(5).equals("yes"),
                    row.group(6));
        }

        boolean isReview() {
            return field.equals("timestamp") || field.matches("(customer|service|review)_.*");
        }

        /** What is well, and then what the row says: of two fields with one name the last one counts. */
        String body() {
            String well = isReview()
                    ? "\"customer_id\":1,\"service_id\":2,\"timestamp\":\"2024-02-15\",\"review_txt\":\"test\",\"review_score\":2"
                    : "\"user_id\":\"anna\",\"item_id\":\"hat\",\"score\":2,\"text\":\"It broke.\",\"rated_at\":\"2026-01-02\"";
            return "{" + well + "," + json + "}";
        }
    }

    @Test
    void bothEndpointsHaveATable() throws IOException {
        assertThat(rows().filter(Row::isReview)).hasSizeGreaterThan(15);
        assertThat(rows().filter(row -> !row.isReview())).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isAsItSays(Row row) {
        int before = log.events().size();

        Answer answer =
                api.post(row.isReview() ? "/receive" : "/v1/feedback", row.body(), "Content-Type", "application/json");

        assertThat(answer.status()).isEqualTo(row.status());
        assertThat(log.events()).hasSize(before + 1);
        EventMessage sent = log.events().get(before);
        assertThat(sent.topic()).isEqualTo(TOPICS.get(row.topic()));
        if (row.status() == 201) {
            Feedback feedback = FeedbackCodec.decode(sent.value(), sent.receivedAt());
            assertThat(String.join(",", feedback.flagWords())).isEqualTo(row.flag());
            assertThat(feedback.isAnswerable()).isEqualTo(row.isAnswered());
        }
    }
}
