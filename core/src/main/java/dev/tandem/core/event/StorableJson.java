package dev.tandem.core.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/**
 * JSON that PostgreSQL stores: JSON itself takes more than {@code jsonb} does.
 *
 * @param field of the event in which it stands
 */
record StorableJson(EventFields event, String field) {
    /** Refuses the event if a value of its field, or one inside it, cannot be stored. */
    void check(JsonNode value) {
        if (value.isTextual()) {
            check(value.textValue());
        } else if (value.isNumber() && !Double.isFinite(value.doubleValue())) {
            throw event.invalid(field, value.toString(), "numbers below 1e308");
        }
        value.fieldNames().forEachRemaining(this::check);
        value.forEach(this::check);
    }

    private void check(String text) {
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw event.invalid(field, text, "text without \\u0000 and without half a surrogate pair");
        }
    }
}
