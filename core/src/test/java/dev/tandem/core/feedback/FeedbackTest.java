package dev.tandem.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tandem.core.event.EventFields;
import dev.tandem.core.shop.TenantId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedbackTest {
    private static Feedback feedback(String user, int score) {
        return FeedbackCodec.read(
                EventFields.of(JsonNodeFactory.instance
                        .objectNode()
                        .put("feedback_id", "f")
                        .put("user_id", user)
                        .put("score", score)),
                new TenantId("shop"),
                Instant.EPOCH);
    }

    @ParameterizedTest
    @CsvSource({
        "0, false, false",
        "1, true, true",
        "3, true, true",
        "4, false, true",
        "5, false, true",
        "6, false, false"
    })
    void isCriticalByItsScore(int score, boolean isCritical, boolean hasScore) {
        assertThat(feedback("u", score).isCritical()).isEqualTo(isCritical);
        assertThat(feedback("u", score).hasScore()).isEqualTo(hasScore);
        assertThat(feedback("u", score).isAnswerable()).isEqualTo(isCritical);
        assertThat(feedback("", score).isAnswerable()).isFalse();
    }

    @Test
    void isTheMoreSevereTheLowerItsScore() {
        assertThat(feedback("u", 1).severity()).isEqualTo(3);
        assertThat(feedback("u", 3).severity()).isEqualTo(1);
    }

    @Test
    void goesUnderItsUserOrElseUnderItself() {
        assertThat(feedback("u", 1).key()).isEqualTo("shop/u");
        assertThat(feedback("", 1).key()).isEqualTo("shop/f");
    }
}
