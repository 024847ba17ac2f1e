package dev.tandem.core.offer;

import java.util.Optional;

/** The id of the one offer that answers a feedback: it follows from the feedback's, and the feedback's from it. */
public final class OfferId {
    private static final String PREFIX = "offer-";

    private OfferId() {}

    /** The id of a feedback's offer. */
    public static String of(String feedbackId) {
        return PREFIX + feedbackId;
    }

    /** The id of the feedback that an offer answers; empty for what is no offer's id. */
    public static Optional<String> feedbackId(String offerId) {
        return offerId.startsWith(PREFIX) && offerId.length() > PREFIX.length()
                ? Optional.of(offerId.substring(PREFIX.length()))
                : Optional.empty();
    }
}
