package dev.tandem.serving.ranking;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.tandem.serving.http.RequestMetrics;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The answer to a question for a ranked list.
 *
 * @param field what it begins with, such as {@code user_id}
 * @param json that field's value
 */
public record RankedAnswer(String field, String json, Page page) {
    // Written by hand: most of an answer is bytes that are there already, and what is left is paid for on every
    // request.
    private static final int ENVELOPE = 480;
    private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();

    /** An answer that repeats what was asked for. */
    public static RankedAnswer about(String field, String value, Page page) {
        return new RankedAnswer(field, quoted(value), page);
    }

    /** An answer that begins with a list of texts. */
    public static RankedAnswer with(String field, List<String> values, Page page) {
        return new RankedAnswer(
                field, values.stream().map(RankedAnswer::quoted).collect(Collectors.joining(",", "[", "]")), page);
    }

    /** Makes this the result of a request. */
    public void write(Context ctx) {
        RequestMetrics.source(ctx, page.source().word());
        ctx.contentType(ContentType.JSON).result(toJson());
    }

    private byte[] toJson() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(page.items().length + ENVELOPE);
        write(out, "{\"" + field + "\":" + json);
        write(
                out,
                ",\"recommendation_id\":\"" + RecommendationId.next() + "\",\"source\":\""
                        + page.source().word() + "\",");
        out.writeBytes(page.list().facts());
        write(out, page.cursor().isEmpty() ? ",\"cursor\":null" : ",\"cursor\":\"" + page.cursor() + "\"");
        write(out, ",\"items\":[");
        out.writeBytes(page.items());
        write(out, "]}");
        return out.toByteArray();
    }

    private static String quoted(String text) {
        return '"' + new String(ENCODER.quoteAsString(text)) + '"';
    }

    private static void write(ByteArrayOutputStream out, String json) {
        out.writeBytes(json.getBytes(UTF_8));
    }
}
