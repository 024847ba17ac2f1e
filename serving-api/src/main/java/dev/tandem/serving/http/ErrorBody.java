package dev.tandem.serving.http;

import java.util.Map;

/** The body of every answer that is not a success: {@code {"error":{"code":…,"message":…,"details":{…}}}}. */
record ErrorBody(Failure error) {
    record Failure(String code, String message, Map<String, String> details) {}

    static ErrorBody of(ErrorCode code, String message, Map<String, String> details) {
        return new ErrorBody(new Failure(code.word(), message, details));
    }

    byte[] toJson() {
        return Json.bytes(this);
    }
}
