package dev.tandem.local.launcher.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.core.event.EventFields;
import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.event.RefusalReason;
import dev.tandem.core.event.RegistrationKind;
import dev.tandem.core.event.RejectedEvent;
import dev.tandem.core.event.ViewCodec;
import dev.tandem.core.schema.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event that was refused, as {@link RejectedEvent} writes it and as people may have repaired it since.
 *
 * @param json all that is known of it
 * @param topic where it goes
 * @param reason code of why it was refused
 */
record RefusedEvent(ObjectNode json, String topic, String reason) {
    /** Bytes of one at the most: what the streaming job keeps is at most half of it, and what is repaired may grow. */
    static final int MAX_BYTES = 16 << 20;

    /** Where the message's own key stands, if it had one and it is text. */
    private static final String KEY = "key";

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /**
     * The refused event of a message or a line.
     *
     * @param key of the message
     * @param original the topic that it has to be from
     * @throws EventRefusal if it is none
     */
    static RefusedEvent parse(byte[] message, byte @Nullable [] key, String original) {
        EventFields fields;
        ObjectNode json;
        try {
            JsonNode parsed = JSON.readTree(message);
            fields = EventFields.of(parsed);
            json = (ObjectNode) parsed;
        } catch (IOException e) {
            throw new EventRefusal(
                    RefusalReason.INVALID_JSON,
                    "",
                    new String(message, StandardCharsets.UTF_8),
                    "No JSON: " + e.getMessage());
        }
        String topic = fields.text("topic");
        if (!topic.equals(original)) {
            throw fields.invalid("topic", topic, original);
        }
        if (key != null) {
            json.put(KEY, new String(key, StandardCharsets.UTF_8));
        }
        RefusedEvent event = new RefusedEvent(json, topic, fields.optionalText("reason", 128));
        event.payload();
        return event;
    }

    /** The event, as a line of a file. */
    byte[] line() {
        return (json + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The message that sends it once more: under its own key, and received when it first was, so that what is sent twice is
     * still one event.
     */
    ProducerRecord<byte[], byte[]> message() {
        byte[] payload = payload();
        Instant receivedAt = EventFields.of(json).time("received_at").orElseGet(Instant::now);
        return new ProducerRecord<>(
                topic,
                null,
                receivedAt.toEpochMilli(),
                key(payload, receivedAt)
                        .map(key -> key.getBytes(StandardCharsets.UTF_8))
                        .orElse(null),
                payload);
    }

    /** The payload, be it text, the object that this text holds, or base64. */
    private byte[] payload() {
        EventFields fields = EventFields.of(json);
        JsonNode payload = json.path(RejectedEvent.PAYLOAD);
        if (payload.isObject()) {
            return payload.toString().getBytes(StandardCharsets.UTF_8);
        }
        if (fields.has(RejectedEvent.PAYLOAD) || !fields.has(RejectedEvent.PAYLOAD_BASE64)) {
            return fields.text(RejectedEvent.PAYLOAD).getBytes(StandardCharsets.UTF_8);
        }
        String base64 = fields.text(RejectedEvent.PAYLOAD_BASE64);
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw fields.invalid(RejectedEvent.PAYLOAD_BASE64, base64, "base64");
        }
    }

    /** The key that belongs to the payload as it is now, which may be repaired, before the one that it had. */
    private Optional<String> key(byte[] payload, Instant receivedAt) {
        try {
            if (topic.equals(Topics.VIEWS.name())) {
                return Optional.of(ViewCodec.decode(payload, receivedAt).key());
            }
            Optional<RegistrationKind> kind = RegistrationKind.onTopic(topic);
            return kind.isPresent()
                    ? Optional.of(kind.get().decode(payload, receivedAt).key())
                    : formerKey();
        } catch (EventRefusal stillBad) {
            return formerKey();
        }
    }

    private Optional<String> formerKey() {
        return json.path(KEY).isTextual() ? Optional.of(json.path(KEY).textValue()) : Optional.empty();
    }
}
