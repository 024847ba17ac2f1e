package dev.tandem.etl.reconciliation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What table {@code feedback_by_id} says of a feedback's answer; null is what has not come about.
 *
 * @param offer the message that answers it
 * @param attempts how often it was sent
 */
record FeedbackState(
        @Nullable String offer,
        @Nullable Instant offeredAt,
        @Nullable Instant deliveredAt,
        int attempts,
        @Nullable Instant sentAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant undeliverableAt) {
    /** Of a feedback that is not there. */
    static final FeedbackState NONE = new FeedbackState(null, null, null, 0, null, null, null);
}
