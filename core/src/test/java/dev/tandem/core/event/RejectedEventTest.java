package dev.tandem.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RejectedEventTest {
    private static JsonNode kept(byte[] payload) throws Exception {
        EventRefusal refusal = new EventRefusal(RefusalReason.MISSING_FIELD, "user_id", "", "user_id is missing");
        return new ObjectMapper()
                .readTree(new RejectedEvent(
                                "tandem.views.v1", 3, 41, Instant.parse("2026-11-01T09:30:00Z"), refusal, payload)
                        .encode());
    }

    @Test
    void keepsThePayloadWithPositionAndReason() throws Exception {
        JsonNode kept = kept("{\"item_id\":\"i\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(kept.get("topic").textValue()).isEqualTo("tandem.views.v1");
        assertThat(kept.get("partition").intValue()).isEqualTo(3);
        assertThat(kept.get("offset").longValue()).isEqualTo(41);
        assertThat(kept.get("received_at").textValue()).isEqualTo("2026-11-01T09:30:00Z");
        assertThat(kept.get("reason").textValue()).isEqualTo("missing_field");
        assertThat(kept.get("field").textValue()).isEqualTo("user_id");
        assertThat(kept.get("message").textValue()).isEqualTo("user_id is missing");
        assertThat(kept.get("payload").textValue()).isEqualTo("{\"item_id\":\"i\"}");
    }

    @Test
    void keepsBytesThatAreNoText() throws Exception {
        byte[] payload = {(byte) 0xff, 0, 7};

        assertThat(kept(payload).get("payload_base64").binaryValue()).isEqualTo(payload);
    }

    @Test
    void keepsATextThatABrokerWouldFindTooLongInItsShorterForm() throws Exception {
        byte[] quotes = "\"".repeat(500_000).getBytes(StandardCharsets.UTF_8);
        byte[] letters = "x".repeat(500_000).getBytes(StandardCharsets.UTF_8);

        assertThat(kept(quotes).get("payload_base64").binaryValue()).isEqualTo(quotes);
        assertThat(kept(letters).get("payload").textValue()).hasSize(500_000);
    }
}
