package dev.tandem.core.coupon;

import dev.tandem.core.feedback.Feedback;

/** How likely a user is to use a coupon. */
@FunctionalInterface
public interface RedemptionModel {
    /**
     * A probability.
     *
     * @param category of the item that the feedback is about; empty where nobody knows it
     */
    double probability(Feedback feedback, String category, Recipient recipient, Coupon coupon);

    /**
     * The formula until a model is trained on what was redeemed: {@code 0.05 + 0.40 share + 0.25 match + 0.15 habit}, at most
     * 0.85. {@code share} is how much of the user's spending falls into what the coupon is for, a half for a coupon for
     * everything; {@code match} is 1 where the coupon names the item that the user is unhappy with, 0.7 where it names its
     * category, 0.3 where it is for everything, else 0; {@code habit} is {@code orders / (orders + 5)}. The weights are
     * Tandem's own, chosen so that each part can outweigh the next smaller one.
     */
    RedemptionModel FORMULA = (feedback, category, recipient, coupon) -> {
        double share = coupon.isForEverything() ? 0.5 : recipient.share(coupon);
        double habit = recipient.orders() / (recipient.orders() + 5.0);
        return 0.05 + 0.40 * share + 0.25 * match(feedback, category, coupon) + 0.15 * habit;
    };

    private static double match(Feedback feedback, String category, Coupon coupon) {
        if (coupon.itemIds().contains(feedback.itemId())) {
            return 1;
        }
        if (coupon.isForEverything()) {
            return 0.3;
        }
        return coupon.covers(feedback.itemId(), category) ? 0.7 : 0;
    }
}
