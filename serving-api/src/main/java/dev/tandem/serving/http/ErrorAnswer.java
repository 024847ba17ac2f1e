package dev.tandem.serving.http;

import dev.tandem.core.failure.Shown;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The answer that ends a request for a reason which only HTTP has: something is not there, or not known by this name. */
public final class ErrorAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final LinkedHashMap<String, String> details;

    private ErrorAnswer(ErrorCode code, String message, Map<String, String> details) {
        super(message, null, false, false);
        this.code = code;
        this.details = new LinkedHashMap<>(details);
    }

    public static ErrorAnswer of(ErrorCode code, String message) {
        return new ErrorAnswer(code, message, Map.of());
    }

    /** The refusal of a body whose form, as a header names it, is not read here. */
    public static ErrorAnswer unsupported(String header, String value, String allowed) {
        String shown = Shown.of(value);
        return of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "%s is '%s'; allowed: %s".formatted(header, shown, allowed))
                .with("field", header)
                .with("value", shown)
                .with("allowed", allowed);
    }

    /** This answer with one more detail, after those that it has. */
    public ErrorAnswer with(String key, String value) {
        LinkedHashMap<String, String> more = new LinkedHashMap<>(details);
        more.put(key, value);
        return new ErrorAnswer(code, String.valueOf(getMessage()), more);
    }

    ErrorCode code() {
        return code;
    }

    Map<String, String> details() {
        return Collections.unmodifiableMap(details);
    }
}
