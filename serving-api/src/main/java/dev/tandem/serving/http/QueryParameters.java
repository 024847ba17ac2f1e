package dev.tandem.serving.http;

import dev.tandem.core.failure.Shown;
import dev.tandem.core.failure.TandemException;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The query of a request, read strictly: a name that the endpoint does not have, a name given twice and a value that
 * cannot be decoded are refused, because to ignore them is to answer another question than was asked.
 */
public final class QueryParameters {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");

    // Javalin's own reading drops values that it cannot decode and takes the first of several, without a word.
    private final Map<String, String> values;

    private QueryParameters(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads the query.
     *
     * @param known the names that the endpoint has
     */
    public static QueryParameters of(Context ctx, String... known) {
        String query = ctx.queryString();
        return query == null || query.isEmpty()
                ? new QueryParameters(Map.of())
                : new QueryParameters(parse(query, List.of(known)));
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A whole number, or {@code absent} where none is given. */
    public int number(String name, int min, int max, int absent) {
        String value = values.get(name);
        if (value == null) {
            return absent;
        }
        if (WHOLE_NUMBER.matcher(value).matches()) {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        }
        throw TandemException.invalid(name, value, "a whole number from %d to %d".formatted(min, max));
    }

    private static Map<String, String> parse(String query, List<String> known) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decoded("query", equals < 0 ? pair : pair.substring(0, equals));
            if (!known.contains(name)) {
                throw unknown(name, known);
            }
            String value = equals < 0 ? "" : decoded(name, pair.substring(equals + 1));
            if (values.putIfAbsent(name, value) != null) {
                throw ErrorAnswer.of(ErrorCode.INVALID_PARAMETER, "%s is given more than once".formatted(name))
                        .with("field", name)
                        .with("value", Shown.of(value))
                        .with("allowed", "one value");
            }
        }
        return values;
    }

    private static ErrorAnswer unknown(String name, List<String> known) {
        String shown = Shown.of(name);
        String allowed = known.isEmpty() ? "no parameters" : String.join(", ", known);
        String hint = Spelling.closest(name, known)
                .map(close -> "; did you mean '%s'?".formatted(close))
                .orElse("");
        return ErrorAnswer.of(
                        ErrorCode.UNKNOWN_PARAMETER,
                        "There is no parameter '%s' here%s Known here: %s"
                                .formatted(shown, hint.isEmpty() ? "." : hint, allowed))
                .with("field", shown)
                .with("allowed", allowed);
    }

    private static String decoded(String field, String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw TandemException.invalid(field, encoded, "percent codes of two hexadecimal digits, such as %20");
        }
    }
}
