package dev.tandem.serving.ranking;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.tandem.serving.http.RequestMetrics;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;

/**
 * The answer to a question for a ranked list.
 *
 * @param askedFor the field that repeats what was asked for, such as {@code user_id}
 * @param value its value
 */
public record RankedAnswer(String askedFor, String value, Page page) {
    // Written by hand: most of an answer is bytes that are there already, and what is left is paid for on every
    // request.
    private static final int ENVELOPE = 480;
    private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();

    /** Makes this the result of a request. */
    public void write(Context ctx) {
        RequestMetrics.source(ctx, page.source().word());
        ctx.contentType(ContentType.JSON).result(toJson());
    }

    private byte[] toJson() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(page.items().length + ENVELOPE);
        write(out, "{\"" + askedFor + "\":\"");
        out.writeBytes(ENCODER.quoteAsUTF8(value));
        write(
                out,
                "\",\"recommendation_id\":\"" + RecommendationId.next() + "\",\"source\":\""
                        + page.source().word() + "\",");
        out.writeBytes(page.list().facts());
        write(out, page.cursor().isEmpty() ? ",\"cursor\":null" : ",\"cursor\":\"" + page.cursor() + "\"");
        write(out, ",\"items\":[");
        out.writeBytes(page.items());
        write(out, "]}");
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, String json) {
        out.writeBytes(json.getBytes(UTF_8));
    }
}
