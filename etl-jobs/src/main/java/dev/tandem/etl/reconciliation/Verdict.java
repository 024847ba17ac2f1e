package dev.tandem.etl.reconciliation;

/** How it stands with an answerable feedback. */
enum Verdict {
    /** It has no offer. */
    UNANSWERED,
    /** It has an offer that the broker has not got from who chose it. */
    UNDELIVERED,
    /** Its offer was sent, and may still be acknowledged. */
    WAITING,
    /** Its offer was not acknowledged in time and is sent again. */
    OVERDUE,
    /** Its offer was sent for the last time, and not acknowledged in time. */
    HOPELESS,
    /** It was found hopeless before. */
    UNDELIVERABLE,
    /** Its offer was acknowledged. */
    ACKNOWLEDGED,
    /** Its offer was acknowledged after it was found hopeless. */
    ACKNOWLEDGED_AFTER_ALL
}
