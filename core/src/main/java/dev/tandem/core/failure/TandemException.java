package dev.tandem.core.failure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The one failure type. Its message says what is wrong, with which value, and what to do about it; it is shown to people
 * as it is.
 */
public final class TandemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final FailureKind kind;
    private final LinkedHashMap<String, String> details;

    public TandemException(FailureKind kind, String message) {
        super(message);
        this.kind = kind;
        this.details = new LinkedHashMap<>();
    }

    public TandemException(FailureKind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.details = new LinkedHashMap<>();
    }

    /**
     * An {@link FailureKind#INPUT} failure of one value.
     *
     * @param field name of the field as the caller knows it
     * @param value the value that was refused; shortened in the message, control characters escaped
     * @param allowed the values that would have been taken, in words
     */
    public static TandemException invalid(String field, String value, String allowed) {
        String shown = Shown.of(value);
        TandemException failure =
                new TandemException(FailureKind.INPUT, "%s is '%s'; allowed: %s".formatted(field, shown, allowed));
        failure.details.put("field", field);
        failure.details.put("value", shown);
        failure.details.put("allowed", allowed);
        return failure;
    }

    /** What went wrong, in the terms of those who must react. */
    public FailureKind kind() {
        return kind;
    }

    /** Field, value and allowed range of a refused value, in this order; empty for other failures. */
    public Map<String, String> details() {
        return Collections.unmodifiableMap(details);
    }
}
