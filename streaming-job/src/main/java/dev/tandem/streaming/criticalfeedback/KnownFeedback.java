package dev.tandem.streaming.criticalfeedback;

import dev.tandem.core.coupon.Recipient;
import dev.tandem.core.feedback.Feedback;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A critical feedback with everything that Cassandra knows for its answer.
 *
 * @param itemName empty where nobody knows it
 * @param category of the item; empty where nobody knows it
 * @param recipient whoever gave it; {@link Recipient#UNKNOWN} where it does not say, or there already is an answer
 * @param stored what was stored of it before; null for what comes for the first time
 */
record KnownFeedback(Feedback feedback, String itemName, String category, Recipient recipient, @Nullable Stored stored)
        implements Serializable {
    /**
     * What an earlier batch, or an earlier try of the same, has left.
     *
     * @param offer its answer as it was, or was to be, sent; null where there is none
     * @param isDelivered whether the broker has the answer
     */
    record Stored(@Nullable String offer, boolean isDelivered) implements Serializable {}
}
