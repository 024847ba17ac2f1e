package dev.tandem.local.launcher.shopdata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY: tab between columns, {@code \N} for null, backslash escapes. */
final class CopyText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final char NOT_STORABLE = '\0';
    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder text = new StringBuilder();

    /** Adds a row. A map becomes JSON; anything else is its {@code toString}. */
    void add(@Nullable Object... values) {
        String separator = "";
        for (Object value : values) {
            text.append(separator);
            separator = "\t";
            if (value == null) {
                text.append("\\N");
            } else {
                appendEscaped(value instanceof Map<?, ?> map ? json(map) : value.toString());
            }
        }
        text.append('\n');
    }

    int length() {
        return text.length();
    }

    /** The rows so far; afterwards there are none. */
    InputStream drain() {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        return new ByteArrayInputStream(bytes);
    }

    private void appendEscaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case NOT_STORABLE -> text.append(REPLACEMENT);
                default -> text.append(c);
            }
        }
    }

    private static String json(Map<?, ?> map) {
        try {
            return JSON.writeValueAsString(map);
        } catch (JsonProcessingException e) {
            throw new TandemException(FailureKind.INTERNAL, "Cannot write attributes as JSON: " + map, e);
        }
    }
}
