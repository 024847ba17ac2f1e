package dev.tandem.streaming.criticalfeedback;

import dev.tandem.core.coupon.Choice;
import dev.tandem.core.coupon.CouponChoice;
import dev.tandem.core.coupon.CouponLimits;
import dev.tandem.core.coupon.Recipient;
import dev.tandem.core.coupon.Recipient.PastOffer;
import dev.tandem.core.coupon.RedemptionModel;
import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.offer.Offer;
import dev.tandem.core.offer.OfferCodec;
import dev.tandem.streaming.coupon.CouponBook;
import dev.tandem.streaming.criticalfeedback.KnownFeedback.Stored;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides what answers the feedback of a batch, one after the other: the most severe first, then the earliest. Each choice
 * knows those before it, so that no limit is passed within a batch either. For one thread.
 */
final class Decisions {
    private static final Comparator<KnownFeedback> ORDER = Comparator.comparing(
            KnownFeedback::feedback,
            // Of several with one id, one that can be answered.
            Comparator.comparing((Feedback feedback) -> !feedback.isAnswerable())
                    .thenComparingInt(Feedback::score)
                    .thenComparing(Feedback::receivedAt)
                    .thenComparing(Feedback::feedbackId));

    private final CouponChoice choice = new CouponChoice(RedemptionModel.FORMULA);
    private final Grants grants;

    Decisions(Grants grants) {
        this.grants = grants;
    }

    /** What an earlier try has decided and stored, and has not sent, or not for certain: it stays as it is. */
    static List<Decision> unsent(Collection<KnownFeedback> batch) {
        List<Decision> unsent = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (KnownFeedback known : batch) {
            Stored stored = known.stored();
            if (stored != null && stored.offer() != null && !stored.isDelivered() && seen.add(id(known))) {
                Offer offer = OfferCodec.decode(stored.offer().getBytes(StandardCharsets.UTF_8));
                unsent.add(new Decision(offer.feedback(), offer, false));
            }
        }
        return unsent;
    }

    /** Decides about what nobody has decided about yet. */
    List<Decision> decide(Collection<KnownFeedback> batch, CouponBook book, Instant at) {
        Map<List<String>, List<PastOffer>> made = new HashMap<>();
        Set<List<String>> seen = new HashSet<>();
        List<Decision> decisions = new ArrayList<>(batch.size());
        for (KnownFeedback known : batch.stream().sorted(ORDER).toList()) {
            Feedback feedback = known.feedback();
            if (isDone(known) || !seen.add(id(known))) {
                continue;
            }
            if (!feedback.isAnswerable()) {
                decisions.add(new Decision(feedback, null, true));
                continue;
            }
            List<PastOffer> before = made.computeIfAbsent(
                    List.of(feedback.tenant().value(), feedback.userId()), user -> new ArrayList<>());
            Offer offer = answer(known, before, book.of(feedback.tenant().value()), at);
            before.add(new PastOffer(offer.offerId(), offer.couponId(), offer.offeredAt()));
            decisions.add(new Decision(feedback, offer, true));
        }
        return decisions;
    }

    /** What was stored without an answer is answered when it comes again with what it lacked. */
    private static boolean isDone(KnownFeedback known) {
        Stored stored = known.stored();
        return stored != null && (stored.offer() != null || !known.feedback().isAnswerable());
    }

    private Offer answer(KnownFeedback known, List<PastOffer> before, CouponBook.OfTenant of, Instant at) {
        Feedback feedback = known.feedback();
        Recipient recipient = known.recipient();
        for (PastOffer offer : before) {
            recipient = recipient.with(offer);
        }
        CouponLimits limits = grants.limits(feedback.tenant().value(), of.settings(), at);
        Choice chosen = choice.choose(feedback, known.category(), recipient, of.coupons(), of.settings(), limits, at);
        Offer offer =
                Offer.of(feedback, recipient.name(), known.itemName(), known.category(), chosen, of.settings(), at);
        grants.add(offer, of);
        return offer;
    }

    private static List<String> id(KnownFeedback known) {
        return List.of(known.feedback().tenant().value(), known.feedback().feedbackId());
    }
}
