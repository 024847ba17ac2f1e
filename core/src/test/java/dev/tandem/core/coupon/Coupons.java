package dev.tandem.core.coupon;

import dev.tandem.core.shop.DiscountKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Coupons that are as they are by default, but for what a test is about. */
final class Coupons {
    private DiscountKind kind = DiscountKind.PERCENT;
    private String discount = "10";
    private String category = "";
    private Set<String> items = Set.of();
    private @Nullable Instant validFrom;
    private @Nullable Instant validUntil;
    private int minSeverity = 1;
    private boolean isOncePerUser;
    private int coolDownDays;

    private Coupons() {}

    /** Ten per cent on everything, for everybody. */
    static Coupons coupon() {
        return new Coupons();
    }

    Coupons percent(String discount) {
        this.discount = discount;
        return this;
    }

    Coupons amount(String discount) {
        this.kind = DiscountKind.AMOUNT;
        this.discount = discount;
        return this;
    }

    Coupons category(String category) {
        this.category = category;
        return this;
    }

    Coupons items(String... items) {
        this.items = Set.of(items);
        return this;
    }

    Coupons validFrom(Instant validFrom) {
        this.validFrom = validFrom;
        return this;
    }

    Coupons validUntil(Instant validUntil) {
        this.validUntil = validUntil;
        return this;
    }

    Coupons minSeverity(int minSeverity) {
        this.minSeverity = minSeverity;
        return this;
    }

    Coupons oncePerUser() {
        this.isOncePerUser = true;
        return this;
    }

    Coupons coolDownDays(int days) {
        this.coolDownDays = days;
        return this;
    }

    Coupon id(String id) {
        return new Coupon(
                id,
                "Coupon " + id,
                kind,
                new BigDecimal(discount),
                category,
                items,
                validFrom,
                validUntil,
                minSeverity,
                isOncePerUser,
                coolDownDays,
                null);
    }
}
