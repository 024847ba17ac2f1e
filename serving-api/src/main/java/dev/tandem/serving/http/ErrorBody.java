package dev.tandem.serving.http;

import java.util.Map;

/** The body of every answer that is not a success: {@code {"error":{"code":…,"message":…,"details":{…}}}}. */
public record ErrorBody(Failure error) {
    /** What went wrong. */
    public record Failure(String code, String message, Map<String, String> details) {}

    /** The body for a failure. */
    public static ErrorBody of(ErrorCode code, String message, Map<String, String> details) {
        return new ErrorBody(new Failure(code.word(), message, details));
    }

    byte[] toJson() {
        return Json.bytes(this);
    }
}
