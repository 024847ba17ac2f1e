package dev.tandem.serving.http;

import java.util.Arrays;
import java.util.Locale;

/** What is wrong, as programs tell it apart: the code in an error answer, with its HTTP status. */
public enum ErrorCode {
    /** A parameter's value cannot be used. */
    INVALID_PARAMETER(400),
    /** A query parameter that this endpoint does not have. */
    UNKNOWN_PARAMETER(400),
    /** Not HTTP, or not a valid URI. */
    MALFORMED_REQUEST(400),
    /** None of a request's events can be taken as it is. */
    INVALID_EVENTS(400),
    /** Retraining over the API is not open here. */
    RETRAINING_CLOSED(403),
    UNKNOWN_TENANT(404),
    UNKNOWN_ITEM(404),
    /** No such feedback is stored, or not yet. */
    UNKNOWN_FEEDBACK(404),
    UNKNOWN_PATH(404),
    METHOD_NOT_ALLOWED(405),
    /** The lists that a cursor belongs to have been replaced. */
    EXPIRED_CURSOR(410),
    PAYLOAD_TOO_LARGE(413),
    URI_TOO_LONG(414),
    /** A body of a form that is not read here. */
    UNSUPPORTED_MEDIA_TYPE(415),
    /** None of a request's feedback can be read. */
    INVALID_FEEDBACK(422),
    /** Too many events wait for the broker. */
    TOO_MANY_EVENTS(429),
    /** As many listen to offers as may. */
    TOO_MANY_LISTENERS(429),
    HEADERS_TOO_LARGE(431),
    /** A defect of Tandem; the log has more. */
    INTERNAL(500),
    /** Airflow answers, and does not do what it was asked. */
    AIRFLOW_REFUSED(502),
    /** The store does not answer, and nothing in memory can stand in. */
    STORE_UNAVAILABLE(503),
    /** Airflow does not answer. */
    AIRFLOW_UNAVAILABLE(503),
    /** The broker does not acknowledge events. */
    BROKER_UNAVAILABLE(503);

    private final int status;

    ErrorCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** Whether the same request may well succeed a second later. */
    boolean isTemporary() {
        return status == 429 || status == 503;
    }

    /** The word in answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The code that stands for a status which the server itself chose. */
    static ErrorCode ofStatus(int status) {
        return switch (status) {
            case 404 -> UNKNOWN_PATH;
            // A method or a version of HTTP that nobody speaks is the caller's matter.
            case 501, 505 -> MALFORMED_REQUEST;
            default ->
                Arrays.stream(values())
                        .filter(code -> code.status == status && code != INVALID_PARAMETER && code != UNKNOWN_PARAMETER)
                        .findFirst()
                        .orElse(status < 500 ? MALFORMED_REQUEST : INTERNAL);
        };
    }
}
