package dev.tandem.core.coupon;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a critical feedback is answered with, and why.
 *
 * @param coupon null for goodwill
 * @param reason why this and no other
 * @param benefit what the user is expected to save, in the shop's currency; 0 for goodwill
 * @param probability that the user uses it; 0 for goodwill
 */
public record Choice(@Nullable Coupon coupon, Reason reason, double benefit, double probability)
        implements Serializable {
    /** Why a choice is as it is. */
    public enum Reason {
        /** Of the coupons that the user may have, the one that is expected to be worth most. */
        BEST_COUPON("best_coupon"),
        /** There is no coupon that the user may have. */
        NO_COUPON_FITS("no_coupon_fits"),
        /** The user was given as many coupons as one may get in a while. */
        USER_LIMIT("user_limit"),
        /** The tenant has given as many coupons as it gives a day. */
        DAILY_LIMIT("daily_limit");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        /** The word in messages. */
        public String word() {
            return word;
        }
    }

    static Choice goodwill(Reason reason) {
        return new Choice(null, reason, 0, 0);
    }

    /** Whether a goodwill discount may be given with it: not to those who complain too often, nor beyond a limit. */
    public boolean allowsGoodwillDiscount() {
        return reason == Reason.NO_COUPON_FITS;
    }
}
