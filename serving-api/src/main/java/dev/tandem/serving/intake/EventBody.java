package dev.tandem.serving.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.tandem.core.failure.Shown;
import dev.tandem.core.failure.TandemException;
import dev.tandem.serving.http.ErrorAnswer;
import dev.tandem.serving.http.ErrorCode;
import dev.tandem.serving.http.RequestBody;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The events of a request's body, each as its own JSON: of an object, of an array of objects, or of lines.
 *
 * <p>A line that is no JSON is one bad event; an array that is none is a bad request, since nobody can say where its next
 * event begins. What an event has in it is not looked at here.
 */
public final class EventBody {
    /** How many events a request may have. */
    static final int MAX_EVENTS = 500;

    /** How long a body may be, on the way and unpacked: so many events of one KiB. */
    public static final int MAX_BYTES = MAX_EVENTS * 1024;

    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";
    private static final JsonFactory FACTORY = new JsonFactory();

    private final byte[] bytes;
    private final boolean hasLines;

    private EventBody(byte[] bytes, boolean hasLines) {
        this.bytes = bytes;
        this.hasLines = hasLines;
    }

    /** The body of a request, which says of which form it is. */
    public static EventBody of(Context ctx) {
        boolean hasLines = isOfLines(ctx);
        return new EventBody(RequestBody.read(ctx, MAX_BYTES), hasLines);
    }

    /** Its events. */
    public List<byte[]> events() {
        List<byte[]> events = hasLines ? lines(bytes) : elements(bytes);
        if (events.isEmpty()) {
            throw TandemException.invalid("body", "no events", allowed());
        }
        return events;
    }

    /** The whole of it. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Whether there is nothing in it. */
    public boolean isBlank() {
        return lines(bytes).isEmpty();
    }

    private static boolean isOfLines(Context ctx) {
        String given = ctx.contentType();
        String[] parts =
                given == null ? new String[0] : given.toLowerCase(Locale.ROOT).split(";", -1);
        String type = parts.length == 0 ? "" : parts[0].strip();
        boolean isUtf8 = Arrays.stream(parts)
                .skip(1)
                .map(String::strip)
                .filter(part -> part.startsWith("charset="))
                .allMatch(part -> part.replace("\"", "").equals("charset=utf-8"));
        if (!isUtf8 || !List.of(JSON, LINES).contains(type)) {
            throw ErrorAnswer.unsupported(
                    Header.CONTENT_TYPE, given == null ? "" : given, JSON + " or " + LINES + ", in UTF-8");
        }
        return type.equals(LINES);
    }

    private static List<byte[]> lines(byte[] body) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= body.length; at++) {
            if (at == body.length || body[at] == '\n') {
                if (!isBlank(body, start, at)) {
                    add(lines, Arrays.copyOfRange(body, start, at));
                }
                start = at + 1;
            }
        }
        return lines;
    }

    private static boolean isBlank(byte[] body, int from, int to) {
        for (int at = from; at < to; at++) {
            if (body[at] != ' ' && body[at] != '\t' && body[at] != '\r') {
                return false;
            }
        }
        return true;
    }

    private static List<byte[]> elements(byte[] body) {
        List<byte[]> elements = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(body)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) {
                elements.add(element(parser, body));
            } else if (first == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    add(elements, element(parser, body));
                }
            } else {
                throw malformed("it begins with neither { nor [");
            }
            if (parser.nextToken() != null) {
                throw malformed("something follows its end" + place(parser.currentLocation()));
            }
            return elements;
        } catch (JsonProcessingException e) {
            throw malformed(Shown.of(e.getOriginalMessage()) + place(e.getLocation()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of the value at which the parser stands. */
    private static byte[] element(JsonParser parser, byte[] body) throws IOException {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        int to = (int) parser.currentLocation().getByteOffset();
        if (from < 0 || to < from) {
            throw malformed("it is not in UTF-8");
        }
        return Arrays.copyOfRange(body, from, to);
    }

    private static void add(List<byte[]> events, byte[] event) {
        if (events.size() == MAX_EVENTS) {
            throw TandemException.invalid("body", "more than " + MAX_EVENTS + " events", allowed());
        }
        events.add(event);
    }

    private static String allowed() {
        return "1 to " + MAX_EVENTS + " events";
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static ErrorAnswer malformed(String problem) {
        return ErrorAnswer.of(ErrorCode.MALFORMED_REQUEST, "The body is no JSON object or array of objects: " + problem)
                .with("field", "body");
    }
}
