package dev.tandem.etl.reconciliation;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * When something is sent again: after a pause that doubles each time.
 *
 * @param first the pause after the first time
 * @param maxAttempts how often an offer is sent altogether
 */
record RetrySchedule(Duration first, int maxAttempts) implements Serializable {
    /** From here on pauses stay as long as they are. */
    private static final int MOST_DOUBLINGS = 20;

    /** The pause after the nth time: the first one × 2^(n − 1). */
    Duration pauseAfter(int attempts) {
        return first.multipliedBy(1L << Math.max(0, Math.min(attempts - 1, MOST_DOUBLINGS)));
    }

    /** Whether the pause after the nth time, which was then, is over. */
    boolean isOver(int attempts, Instant sentAt, Instant now) {
        return !now.isBefore(sentAt.plus(pauseAfter(attempts)));
    }

    /** How long it takes from the first time to where nothing more is tried. */
    Duration total() {
        return first.multipliedBy((1L << maxAttempts) - 1);
    }
}
