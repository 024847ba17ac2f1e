package dev.tandem.serving.offer;

import java.time.Instant;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A feedback as it is stored, and what became of it.
 *
 * @param userId null where it has none, as have the others
 * @param flags what is wrong with it; empty where nothing is
 * @param offer the message that answers it, as it was first sent
 * @param attempts how often it was sent
 */
public record StoredFeedback(
        String feedbackId,
        @Nullable String userId,
        @Nullable String itemId,
        @Nullable Integer score,
        @Nullable String text,
        SortedSet<String> flags,
        @Nullable String offer,
        Times times,
        int attempts) {
    public StoredFeedback {
        flags = new TreeSet<>(flags);
    }

    /**
     * When what happened to it; null where it has not.
     *
     * @param offeredAt when the offer was chosen
     * @param deliveredAt when the broker had it
     */
    public record Times(
            @Nullable Instant receivedAt,
            @Nullable Instant offeredAt,
            @Nullable Instant deliveredAt,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant undeliverableAt) {}

    /** How far the answer to a feedback has come. */
    public enum State {
        ACCEPTED,
        /** An offer was chosen; the broker may not have it yet. */
        OFFERED,
        /** The broker has the offer. */
        DELIVERED,
        /** Whoever writes to the user has it. */
        ACKNOWLEDGED,
        /** Nobody acknowledged the offer, however often it was sent. */
        UNDELIVERABLE;

        /** The word in answers. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far its answer has come. One that was acknowledged after all counts as acknowledged. */
    public State state() {
        if (times.acknowledgedAt != null) {
            return State.ACKNOWLEDGED;
        }
        if (times.undeliverableAt != null) {
            return State.UNDELIVERABLE;
        }
        if (times.deliveredAt != null) {
            return State.DELIVERED;
        }
        return times.offeredAt == null ? State.ACCEPTED : State.OFFERED;
    }
}
