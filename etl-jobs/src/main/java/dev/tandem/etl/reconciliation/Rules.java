package dev.tandem.etl.reconciliation;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * What is done about a feedback.
 *
 * @param now the end of the interval, which is all that tells the time: judged again by it, nothing that was done is due
 * @param grace how long whoever chose an offer may take to send it
 */
record Rules(Instant now, Duration grace, RetrySchedule retries) implements Serializable {
    /** How it stands with an answerable feedback. An acknowledgement wins, however late it comes. */
    Verdict judge(FeedbackState state) {
        if (state.offer() == null) {
            return Verdict.UNANSWERED;
        }
        if (state.acknowledgedAt() != null) {
            return state.undeliverableAt() == null ? Verdict.ACKNOWLEDGED : Verdict.ACKNOWLEDGED_AFTER_ALL;
        }
        if (state.undeliverableAt() != null) {
            return Verdict.UNDELIVERABLE;
        }
        Instant deliveredAt = state.deliveredAt();
        if (deliveredAt == null) {
            Instant offeredAt = state.offeredAt();
            boolean isLate = offeredAt == null || !now.isBefore(offeredAt.plus(grace));
            return isLate ? Verdict.UNDELIVERED : Verdict.WAITING;
        }
        Instant sentAt = state.sentAt() == null ? deliveredAt : state.sentAt();
        if (!retries.isOver(state.attempts(), sentAt, now)) {
            return Verdict.WAITING;
        }
        return state.attempts() < retries.maxAttempts() ? Verdict.OVERDUE : Verdict.HOPELESS;
    }

    /**
     * Whether an unanswered feedback is sent to the stream again: at once when it is found, and then with pauses as offers
     * have, for as long as it is found, so that a stream that is down finds few copies when it is back.
     */
    boolean isRepublished(Accepted accepted) {
        Instant last = accepted.republishedAt();
        return last == null || retries.isOver(accepted.republished(), last, now);
    }
}
