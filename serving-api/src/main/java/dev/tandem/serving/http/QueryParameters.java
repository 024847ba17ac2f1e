package dev.tandem.serving.http;

import dev.tandem.core.failure.Shown;
import dev.tandem.core.failure.TandemException;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request, read strictly: a name that the endpoint does not have, a second value for what has one and a
 * value that cannot be decoded are refused, because to ignore them is to answer another question than was asked.
 */
public final class QueryParameters {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");

    // Javalin's own reading drops values that it cannot decode and takes the first of several, without a word.
    private final Map<String, List<String>> values;

    private QueryParameters(Map<String, List<String>> values) {
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

    /** The value of a name that has one; empty where it is not given. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(single(name));
    }

    /** The values of a name that may be given more than once, in the order given. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Whether {@code true} is given, or {@code absent} where nothing is. */
    public boolean isTrue(String name, boolean absent) {
        String value = single(name);
        if (value == null) {
            return absent;
        }
        if (!value.equals("true") && !value.equals("false")) {
            throw TandemException.invalid(name, value, "true or false");
        }
        return value.equals("true");
    }

    /** A whole number, or {@code absent} where none is given. */
    public int number(String name, int min, int max, int absent) {
        String value = single(name);
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

    private @Nullable String single(String name) {
        List<String> given = all(name);
        if (given.size() > 1) {
            throw ErrorAnswer.of(ErrorCode.INVALID_PARAMETER, "%s is given more than once".formatted(name))
                    .with("field", name)
                    .with("value", Shown.of(given.get(1)))
                    .with("allowed", "one value");
        }
        return given.isEmpty() ? null : given.get(0);
    }

    private static Map<String, List<String>> parse(String query, List<String> known) {
        Map<String, List<String>> values = new LinkedHashMap<>();
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
            values.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
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
