package dev.tandem.core.offer;

import dev.tandem.core.coupon.Choice;
import dev.tandem.core.coupon.Choice.Reason;
import dev.tandem.core.coupon.Coupon;
import dev.tandem.core.coupon.CouponSettings;
import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.shop.DiscountKind;
import dev.tandem.core.shop.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Offers in answer to one feedback, and what they are made of. */
final class Offers {
    static final Instant RATED = Instant.parse("2026-11-30T11:59:00Z");
    static final Instant RECEIVED = Instant.parse("2026-11-30T11:59:59.123Z");
    static final Instant OFFERED = Instant.parse("2026-11-30T12:00:00.456Z");

    static final Feedback FEEDBACK =
            new Feedback("f-1", new TenantId("shop"), "ann", "cup", 2, "It \"leaks\"", RATED, RECEIVED, Set.of());

    static final Coupon COUPON = new Coupon(
            "c-1",
            "Ten off",
            DiscountKind.PERCENT,
            new BigDecimal("10"),
            "cups",
            Set.of("mug", "cup"),
            null,
            Instant.parse("2026-12-31T00:00:00.123456Z"),
            1,
            true,
            0,
            null);

    private Offers() {}

    static CouponSettings settings(@Nullable DiscountKind kind, @Nullable String discount) {
        return new CouponSettings(
                "A small sorry", kind, discount == null ? null : new BigDecimal(discount), 14, 3, 30, null, true);
    }

    static Offer with(Coupon coupon) {
        Choice choice = new Choice(coupon, Reason.BEST_COUPON, 1.25, 0.325);
        return Offer.of(FEEDBACK, "Ann", "Cup", "cups", choice, CouponSettings.DEFAULTS, OFFERED.plusNanos(789));
    }

    static Offer goodwill(Reason reason, CouponSettings settings) {
        return Offer.of(FEEDBACK, "", "", "", new Choice(null, reason, 0, 0), settings, OFFERED);
    }
}
