package dev.tandem.serving.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tandem.core.failure.Shown;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The body of a request as a JSON object, read strictly: it is sent as {@code application/json}, so that no page of another
 * site can send it unasked, and a field that the endpoint does not have is refused.
 */
public final class JsonBody {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBody() {}

    /**
     * Reads the body.
     *
     * @param known the names of the fields that the endpoint has
     */
    public static JsonNode of(Context ctx, String... known) {
        JsonNode body = object(ctx);
        body.fieldNames().forEachRemaining(name -> {
            if (!List.of(known).contains(name)) {
                throw unknown(name, known);
            }
        });
        return body;
    }

    private static JsonNode object(Context ctx) {
        String type = ctx.contentType();
        if (type == null || !type.startsWith(ContentType.JSON)) {
            throw ErrorAnswer.of(ErrorCode.MALFORMED_REQUEST, "Send a JSON object as Content-Type application/json")
                    .with("field", Header.CONTENT_TYPE)
                    .with("allowed", ContentType.JSON);
        }
        try {
            JsonNode body = JSON.readTree(ctx.bodyAsBytes());
            if (body.isObject()) {
                return body;
            }
        } catch (JsonProcessingException e) {
            throw notAnObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw notAnObject();
    }

    private static ErrorAnswer notAnObject() {
        return ErrorAnswer.of(ErrorCode.MALFORMED_REQUEST, "The body is no JSON object, such as {}");
    }

    private static ErrorAnswer unknown(String name, String... known) {
        String allowed = String.join(", ", known);
        return ErrorAnswer.of(
                        ErrorCode.UNKNOWN_PARAMETER,
                        "There is no field '%s' here. Known here: %s".formatted(Shown.of(name), allowed))
                .with("field", Shown.of(name))
                .with("allowed", allowed);
    }
}
