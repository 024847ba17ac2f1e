package dev.tandem.local.launcher.writer;

import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.offer.Discount;
import dev.tandem.core.offer.Offer;
import dev.tandem.core.offer.OfferId;
import dev.tandem.core.shop.DiscountKind;
import dev.tandem.core.shop.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Offers, each changed in what a test is about. */
record Offers(
        String tenant,
        String feedbackId,
        String name,
        String itemId,
        String itemName,
        int score,
        String text,
        @Nullable Discount discount) {
    static final Instant UNTIL = Instant.parse("2027-03-02T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-12-01T09:30:00.250Z");

    /** Anna, who gave a candle a score of 2, gets an apology alone. */
    static Offers offer() {
        return new Offers("shop", "f-1", "Anna Berg", "product-7", "Soy Pillar Candle", 2, "It would not burn.", null);
    }

    Offers of(String otherTenant, String id) {
        return new Offers(otherTenant, id, name, itemId, itemName, score, text, discount);
    }

    Offers named(String other) {
        return new Offers(tenant, feedbackId, other, itemId, itemName, score, text, discount);
    }

    Offers about(String id, String item) {
        return new Offers(tenant, feedbackId, name, id, item, score, text, discount);
    }

    Offers scored(int other) {
        return new Offers(tenant, feedbackId, name, itemId, itemName, other, text, discount);
    }

    Offers saying(String other) {
        return new Offers(tenant, feedbackId, name, itemId, itemName, score, other, discount);
    }

    Offers with(@Nullable Discount other) {
        return new Offers(tenant, feedbackId, name, itemId, itemName, score, text, other);
    }

    static Discount percent(String amount, String category, Set<String> items, @Nullable Instant until) {
        return new Discount("coupon-3", "Off", DiscountKind.PERCENT, new BigDecimal(amount), category, items, until);
    }

    static Discount amount(String amount, String category, Set<String> items, @Nullable Instant until) {
        return new Discount("coupon-3", "Off", DiscountKind.AMOUNT, new BigDecimal(amount), category, items, until);
    }

    static Discount goodwill(DiscountKind kind, String amount, @Nullable Instant until) {
        return new Discount("", "With our apologies", kind, new BigDecimal(amount), "", Set.of(), until);
    }

    Offer build() {
        Feedback feedback =
                new Feedback(feedbackId, new TenantId(tenant), "user-39", itemId, score, text, NOW, NOW, Set.of());
        boolean isCoupon = discount != null && !discount.couponId().isEmpty();
        String goodwill = isCoupon ? "" : "With our apologies";
        return new Offer(
                OfferId.of(feedbackId),
                feedback,
                name,
                itemName,
                "category-3",
                goodwill,
                discount,
                "best_coupon",
                1,
                0.5,
                NOW,
                1);
    }
}
