package dev.tandem.local.launcher.syntheticshop;

import dev.tandem.local.launcher.shopdata.ShopCoupon;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The few coupons of the shop: one for each of its first departments, one for everything, and two that are over. */
final class Coupons {
    private static final int FOR_DEPARTMENTS = 4;
    private static final Duration VALID_FOR = Duration.ofDays(60);

    private Coupons() {}

    /** The same for the same shop; {@code until} is the end of its history. */
    static List<ShopCoupon> of(int categories, Instant until) {
        List<ShopCoupon> coupons = new ArrayList<>();
        Instant end = until.plus(VALID_FOR);
        int number = 0;
        for (Department department : List.of(Department.values()).subList(0, Math.min(FOR_DEPARTMENTS, categories))) {
            number++;
            BigDecimal percent = BigDecimal.valueOf(5L * number);
            String name = percent + " % off " + department.title();
            coupons.add(new ShopCoupon(
                    "coupon-" + number, name, "percent", percent, department.categoryId(), end, null, Map.of()));
        }
        BigDecimal five = BigDecimal.valueOf(5);
        coupons.add(new ShopCoupon("coupon-any", "5.00 off anything", "amount", five, null, end, null, Map.of()));
        coupons.add(new ShopCoupon(
                "coupon-expired", "5.00 off last season", "amount", five, null, until.minusSeconds(1), null, Map.of()));
        coupons.add(new ShopCoupon(
                "coupon-withdrawn", "5.00 off by mistake", "amount", five, null, end, until.minusSeconds(1), Map.of()));
        return coupons;
    }
}
