package dev.tandem.local.launcher.syntheticshop;

import dev.tandem.core.coupon.CouponSettings;
import dev.tandem.core.shop.DiscountKind;
import dev.tandem.local.launcher.shopdata.ShopCoupon;
import dev.tandem.local.launcher.shopdata.ShopCoupon.Terms;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The coupons of the shop, and how it answers critical feedback: some per cent off each department for whoever complains,
 * more off anything the unhappier somebody is, one that may be given a few times only, and two that are over.
 */
final class Coupons {
    /** Where no coupon fits there is a little off everything; who complains every week gets an apology alone. */
    static final CouponSettings SETTINGS = new CouponSettings(
            "With our apologies", DiscountKind.PERCENT, BigDecimal.valueOf(5), 30, 3, 30, null, true);

    private static final Duration VALID_FOR = Duration.ofDays(60);
    private static final Terms UNHAPPY = new Terms(2, true, 7, null);
    private static final Terms VERY_UNHAPPY = new Terms(3, true, 14, null);
    private static final Terms FEW = new Terms(3, true, 14, 25);

    private final List<ShopCoupon> coupons = new ArrayList<>();
    private final Instant end;

    private Coupons(Instant end) {
        this.end = end;
    }

    /** The same for the same shop; {@code until} is the end of its history. */
    static List<ShopCoupon> of(int categories, Instant until) {
        Coupons book = new Coupons(until.plus(VALID_FOR));
        int number = 0;
        for (Department department : List.of(Department.values()).subList(0, categories)) {
            number++;
            book.addPercent(number, department);
        }
        book.addAmount("coupon-any", "5.00 off anything", 5, UNHAPPY);
        book.add("coupon-any-percent", "10 % off everything", "percent", 10, null, UNHAPPY);
        book.add("coupon-sorry", "20 % off everything", "percent", 20, null, VERY_UNHAPPY);
        book.addAmount("coupon-very-sorry", "25.00 off anything", 25, FEW);
        Instant over = until.minusSeconds(1);
        book.addOver("coupon-expired", "5.00 off last season", over, null);
        book.addOver("coupon-withdrawn", "5.00 off by mistake", book.end, over);
        return book.coupons;
    }

    /** 10, 15 or 20 per cent off a department. */
    private void addPercent(int number, Department department) {
        int percent = 10 + 5 * ((number - 1) % 3);
        String name = percent + " % off " + department.title();
        add("coupon-" + number, name, "percent", percent, department.categoryId(), Terms.USUAL);
    }

    private void addAmount(String id, String name, int amount, Terms terms) {
        add(id, name, "amount", amount, null, terms);
    }

    private void add(String id, String name, String kind, int discount, @Nullable String category, Terms terms) {
        coupons.add(new ShopCoupon(id, name, kind, BigDecimal.valueOf(discount), category, end, null, Map.of(), terms));
    }

    private void addOver(String id, String name, Instant validUntil, @Nullable Instant withdrawnAt) {
        BigDecimal five = BigDecimal.valueOf(5);
        coupons.add(new ShopCoupon(id, name, "amount", five, null, validUntil, withdrawnAt, Map.of(), Terms.USUAL));
    }
}
