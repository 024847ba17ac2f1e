package dev.tandem.serving.ranking;

import static dev.tandem.core.schema.Columns.EVENTS_UNTIL;
import static dev.tandem.core.schema.Columns.GENERATED_AT;
import static dev.tandem.core.schema.Columns.ITEMS;
import static dev.tandem.core.schema.Columns.MODEL_VERSION;
import static dev.tandem.core.schema.Columns.SOURCE;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tandem.serving.http.RequestMetrics;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/**
 * The answer to a question for a ranked list.
 *
 * @param askedFor the field that repeats what was asked for, such as {@code user_id}
 * @param value its value
 */
public record RankedAnswer(String askedFor, String value, Page page) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int ENVELOPE = 480;

    /** Makes this the result of a request. */
    public void write(Context ctx) {
        RequestMetrics.source(ctx, page.source().word());
        ctx.contentType(ContentType.JSON).result(toJson());
    }

    private byte[] toJson() {
        RankedList list = page.list();
        ByteArrayOutputStream out = new ByteArrayOutputStream(page.items().length + ENVELOPE);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField(askedFor, value);
            json.writeStringField("recommendation_id", RecommendationId.next());
            json.writeStringField(SOURCE, page.source().word());
            write(json, MODEL_VERSION, list.modelVersion());
            write(json, EVENTS_UNTIL, list.eventsUntil().map(Instant::toString));
            write(json, GENERATED_AT, list.generatedAt().map(Instant::toString));
            write(json, "cursor", Optional.of(page.cursor()).filter(cursor -> !cursor.isEmpty()));
            json.writeFieldName(ITEMS);
            json.writeRawValue("[");
            json.flush();
            out.write(page.items());
            json.writeRaw(']');
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, String field, Optional<String> value) throws IOException {
        json.writeFieldName(field);
        if (value.isPresent()) {
            json.writeString(value.get());
        } else {
            json.writeNull();
        }
    }
}
