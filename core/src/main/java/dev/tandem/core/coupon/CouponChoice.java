package dev.tandem.core.coupon;

import dev.tandem.core.coupon.Choice.Reason;
import dev.tandem.core.feedback.Feedback;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;

/**
 * Chooses the coupon that answers a critical feedback. Of those that the user may have it is the one with the greatest
 * expected benefit, {@code probability × saving}; then the more probable one, then the first by id. The saving is the
 * discount on what the user spends an order on what the coupon is for: {@code mean order value × (0.1 + 0.9 share)}, an
 * amount at most that much. Somebody without orders counts as spending what {@link #USUAL_ORDER_VALUE} says.
 */
public final class CouponChoice {
    /** What an order of somebody is worth of whom nothing is known, in the shop's currency. */
    public static final double USUAL_ORDER_VALUE = 50;

    private static final Comparator<Choice> BEST = Comparator.comparingDouble(Choice::benefit)
            .thenComparingDouble(Choice::probability)
            .thenComparing(CouponChoice::id, Comparator.reverseOrder());

    private final RedemptionModel model;

    public CouponChoice(RedemptionModel model) {
        this.model = model;
    }

    /**
     * The choice.
     *
     * @param category of the item that the feedback is about; empty where nobody knows it
     * @param coupons of the tenant, in any order
     * @param at the instant of the choice
     */
    public Choice choose(
            Feedback feedback,
            String category,
            Recipient recipient,
            Collection<Coupon> coupons,
            CouponSettings settings,
            CouponLimits limits,
            Instant at) {
        Instant since = at.minus(Duration.ofDays(settings.maxCouponsDays()));
        if (recipient.couponsSince(since) >= settings.maxCouponsPerUser()) {
            return Choice.goodwill(Reason.USER_LIMIT);
        }
        if (limits.isUsedUpForToday()) {
            return Choice.goodwill(Reason.DAILY_LIMIT);
        }
        return coupons.stream()
                .filter(coupon -> mayHave(coupon, feedback, category, recipient, limits, at))
                .map(coupon -> valued(coupon, feedback, category, recipient))
                .max(BEST)
                .orElseGet(() -> Choice.goodwill(Reason.NO_COUPON_FITS));
    }

    private static boolean mayHave(
            Coupon coupon, Feedback feedback, String category, Recipient recipient, CouponLimits limits, Instant at) {
        return coupon.isValidAt(at)
                && feedback.severity() >= coupon.minSeverity()
                && isFor(coupon, feedback, category, recipient)
                && !(coupon.oncePerUser() && recipient.wasGiven(coupon.couponId()))
                && hasCooledDown(coupon, recipient, at)
                && limits.allows(coupon)
                && limits.isInStock(coupon);
    }

    private static boolean hasCooledDown(Coupon coupon, Recipient recipient, Instant at) {
        // An offer of another task's may be some milliseconds ahead, which only matters to a coupon that cools down.
        return coupon.coolDownDays() == 0
                || recipient.couponsSince(at.minus(Duration.ofDays(coupon.coolDownDays()))) == 0;
    }

    /** A coupon for a category or for items is one for those who buy there, or who are unhappy with something of it. */
    private static boolean isFor(Coupon coupon, Feedback feedback, String category, Recipient recipient) {
        return coupon.covers(feedback.itemId(), category) || recipient.share(coupon) > 0;
    }

    private Choice valued(Coupon coupon, Feedback feedback, String category, Recipient recipient) {
        double probability = model.probability(feedback, category, recipient, coupon);
        double orderValue = recipient.meanOrderValue() > 0 ? recipient.meanOrderValue() : USUAL_ORDER_VALUE;
        double spent = orderValue * (0.1 + 0.9 * recipient.share(coupon));
        double discount = coupon.discount().doubleValue();
        double saving =
                switch (coupon.discountKind()) {
                    case PERCENT -> spent * discount / 100;
                    case AMOUNT -> Math.min(discount, spent);
                };
        return new Choice(coupon, Reason.BEST_COUPON, probability * saving, probability);
    }

    private static String id(Choice choice) {
        Coupon coupon = choice.coupon();
        return coupon == null ? "" : coupon.couponId();
    }
}
