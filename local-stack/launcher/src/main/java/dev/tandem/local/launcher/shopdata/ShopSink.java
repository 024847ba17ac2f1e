package dev.tandem.local.launcher.shopdata;

import dev.tandem.core.coupon.CouponSettings;

/** Takes the data of one shop, record by record and in any order; each key once. */
public interface ShopSink {
    void user(ShopUser user);

    void item(ShopItem item);

    void order(ShopOrder order);

    void line(OrderLine line);

    void charge(OrderCharge charge);

    void coupon(ShopCoupon coupon);

    /** How the shop answers critical feedback. */
    void couponSettings(CouponSettings settings);
}
