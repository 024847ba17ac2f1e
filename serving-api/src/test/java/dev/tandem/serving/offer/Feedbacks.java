package dev.tandem.serving.offer;

import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.offer.Discount;
import dev.tandem.core.offer.Offer;
import dev.tandem.core.offer.OfferCodec;
import dev.tandem.core.offer.OfferId;
import dev.tandem.core.shop.DiscountKind;
import dev.tandem.core.shop.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Feedback and offers to test with. */
final class Feedbacks {
    static final Instant RECEIVED = Instant.parse("2026-01-02T09:00:00Z");

    /** A feedback with everything, up to its acknowledgement. */
    static final StoredFeedback ACKNOWLEDGED =
            stored(new StoredFeedback.Times(RECEIVED, after(1), after(2), after(5), null));

    /** A feedback that says nothing. */
    static final StoredFeedback BARE = new StoredFeedback(
            "bare",
            null,
            null,
            null,
            null,
            new TreeSet<>(List.of("missing_score", "missing_user_id")),
            null,
            new StoredFeedback.Times(RECEIVED, null, null, null, null),
            0);

    private Feedbacks() {}

    /** The feedback {@code f-1}, answered, at these times. */
    static StoredFeedback stored(StoredFeedback.Times times) {
        return new StoredFeedback(
                "f-1",
                "anna",
                "kettle",
                1,
                "Leaks \"a lot\"",
                new TreeSet<>(List.of("missing_time")),
                OfferCodec.text(offer(new TenantId("shop"), "f-1")),
                times,
                1);
    }

    /** The offer that answers a feedback of Anna's. */
    static Offer offer(TenantId tenant, String feedbackId) {
        Feedback feedback =
                new Feedback(feedbackId, tenant, "anna", "kettle", 1, "Leaks", RECEIVED, RECEIVED, Set.of());
        Discount discount = new Discount(
                "tea-10", "Ten off tea", DiscountKind.PERCENT, new BigDecimal("10.00"), "Küche", Set.of(), null);
        return new Offer(
                OfferId.of(feedbackId),
                feedback,
                "Anna",
                "Kettle",
                "Küche",
                "",
                discount,
                "coupon",
                4.5,
                0.25,
                after(1),
                1);
    }

    static Instant after(int seconds) {
        return RECEIVED.plusSeconds(seconds);
    }
}
