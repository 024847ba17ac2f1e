package dev.tandem.core.event;

/** Why an event was refused, as a code that programs can count by. */
public enum RefusalReason {
    INVALID_JSON("invalid_json"),
    TOO_LARGE("too_large"),
    MISSING_FIELD("missing_field"),
    WRONG_TYPE("wrong_type"),
    INVALID_VALUE("invalid_value"),
    TIME_IN_FUTURE("time_in_future"),
    TIME_TOO_OLD("time_too_old"),
    UNKNOWN_TENANT("unknown_tenant"),
    /** Of an acknowledgement: there is no such offer. */
    UNKNOWN_OFFER("unknown_offer");

    private final String code;

    RefusalReason(String code) {
        this.code = code;
    }

    /** The code in messages, answers and metrics. */
    public String code() {
        return code;
    }
}
