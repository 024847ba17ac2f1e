package dev.tandem.core.event;

import dev.tandem.core.failure.Shown;

/** An event that cannot be taken as it is: which field, with which value, why, and what would have been taken. */
public final class EventRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RefusalReason reason;
    private final String field;
    private final String value;

    /**
     * @param field the field's path, such as {@code properties.productid}; empty where it is the whole event
     * @param value what was there; shortened, control characters escaped
     * @param message a sentence with the way out
     */
    public EventRefusal(RefusalReason reason, String field, String value, String message) {
        // An event stream of broken records must not cost a stack trace each.
        super(message, null, false, false);
        this.reason = reason;
        this.field = field;
        this.value = Shown.of(value);
    }

    public RefusalReason reason() {
        return reason;
    }

    public String field() {
        return field;
    }

    public String value() {
        return value;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
