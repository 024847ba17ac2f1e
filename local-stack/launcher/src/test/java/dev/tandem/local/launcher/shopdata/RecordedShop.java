package dev.tandem.local.launcher.shopdata;

import dev.tandem.core.coupon.CouponSettings;
import java.util.ArrayList;
import java.util.List;

/** A sink that keeps everything, in the order in which it came. */
public final class RecordedShop implements ShopSink {
    private final List<ShopUser> users = new ArrayList<>();
    private final List<ShopItem> items = new ArrayList<>();
    private final List<ShopOrder> orders = new ArrayList<>();
    private final List<OrderLine> lines = new ArrayList<>();
    private final List<OrderCharge> charges = new ArrayList<>();
    private final List<ShopCoupon> coupons = new ArrayList<>();
    private final List<CouponSettings> couponSettings = new ArrayList<>();

    @Override
    public void user(ShopUser user) {
        users.add(user);
    }

    @Override
    public void item(ShopItem item) {
        items.add(item);
    }

    @Override
    public void order(ShopOrder order) {
        orders.add(order);
    }

    @Override
    public void line(OrderLine line) {
        lines.add(line);
    }

    @Override
    public void charge(OrderCharge charge) {
        charges.add(charge);
    }

    @Override
    public void coupon(ShopCoupon coupon) {
        coupons.add(coupon);
    }

    @Override
    public void couponSettings(CouponSettings settings) {
        couponSettings.add(settings);
    }

    public List<ShopUser> users() {
        return users;
    }

    public List<ShopItem> items() {
        return items;
    }

    public List<ShopOrder> orders() {
        return orders;
    }

    public List<OrderLine> lines() {
        return lines;
    }

    public List<OrderCharge> charges() {
        return charges;
    }

    public List<ShopCoupon> coupons() {
        return coupons;
    }

    public List<CouponSettings> couponSettings() {
        return couponSettings;
    }
}
