package dev.tandem.core.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * What is kept of a refused event: all of it, where it stood, and why it was refused.
 *
 * @param topic where it stood
 * @param payload as it came
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record RejectedEvent(
        String topic, int partition, long offset, Instant receivedAt, EventRefusal refusal, byte[] payload) {
    /** Where the payload stands if it is text. */
    public static final String PAYLOAD = "payload";

    /** Where the payload stands if it is no UTF-8, or would be too long as text. */
    public static final String PAYLOAD_BASE64 = "payload_base64";

    // A broker takes a megabyte, and as text a byte can become six.
    private static final int MOST_AS_TEXT = 900_000;
    private static final int MOST_BYTES_OF_A_BYTE = 6;

    /**
     * The message for the topic of rejected events: a JSON object with {@code topic}, {@code partition}, {@code offset},
     * {@code received_at}, {@code reason} (a {@link RefusalReason#code}), {@code field}, {@code value}, {@code message} and
     * {@code payload} or {@code payload_base64}.
     */
    public byte[] encode() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(payload.length + 512);
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("topic", topic);
            json.writeNumberField("partition", partition);
            json.writeNumberField("offset", offset);
            json.writeStringField("received_at", receivedAt.toString());
            json.writeStringField("reason", refusal.reason().code());
            json.writeStringField("field", refusal.field());
            json.writeStringField("value", refusal.value());
            json.writeStringField("message", refusal.getMessage());
            writePayload(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void writePayload(JsonGenerator json) throws IOException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload))
                    .toString();
            if (isTooLong(text)) {
                writeBase64(json);
            } else {
                json.writeStringField(PAYLOAD, text);
            }
        } catch (CharacterCodingException notText) {
            writeBase64(json);
        }
    }

    private boolean isTooLong(String text) {
        return payload.length > MOST_AS_TEXT / MOST_BYTES_OF_A_BYTE
                && JsonStringEncoder.getInstance().quoteAsUTF8(text).length > MOST_AS_TEXT;
    }

    private void writeBase64(JsonGenerator json) throws IOException {
        json.writeStringField(PAYLOAD_BASE64, Base64.getEncoder().encodeToString(payload));
    }
}
