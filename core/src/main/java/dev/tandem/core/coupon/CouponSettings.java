package dev.tandem.core.coupon;

import dev.tandem.core.shop.DiscountKind;
import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a tenant answers critical feedback.
 *
 * @param goodwillName what is given where no coupon fits
 * @param goodwillDiscountKind null where it is an apology alone
 * @param goodwillDiscount null where it is an apology alone
 * @param goodwillValidDays how long a goodwill discount is valid
 * @param maxCouponsPerUser how many coupons a user is given within {@code maxCouponsDays}; above it an apology alone
 * @param maxCouponsPerDay how many coupons all users together are given a day, in UTC; null for any number
 * @param demotesItems whether items that many are unhappy with go down in lists
 */
public record CouponSettings(
        String goodwillName,
        @Nullable DiscountKind goodwillDiscountKind,
        @Nullable BigDecimal goodwillDiscount,
        int goodwillValidDays,
        int maxCouponsPerUser,
        int maxCouponsDays,
        @Nullable Integer maxCouponsPerDay,
        boolean demotesItems)
        implements Serializable {
    /** What holds for a tenant that has set nothing; the same as the defaults of PostgreSQL's table. */
    public static final CouponSettings DEFAULTS =
            new CouponSettings("Our apologies", null, null, 30, 3, 30, null, true);
}
