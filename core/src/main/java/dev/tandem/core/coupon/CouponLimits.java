package dev.tandem.core.coupon;

/** How much may still be given. */
public interface CouponLimits {
    /** Nothing is limited. */
    CouponLimits NONE = new CouponLimits() {
        @Override
        public boolean allows(Coupon coupon) {
            return true;
        }

        @Override
        public boolean isUsedUpForToday() {
            return false;
        }

        @Override
        public boolean isInStock(Coupon coupon) {
            return true;
        }
    };

    /** Whether a coupon's budget is not used up. */
    boolean allows(Coupon coupon);

    /** Whether the tenant has given as many coupons today as it may. */
    boolean isUsedUpForToday();

    /** Whether something of what a coupon is for can be bought now. */
    boolean isInStock(Coupon coupon);
}
