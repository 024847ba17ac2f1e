package dev.tandem.core.offer;

import dev.tandem.core.coupon.Choice;
import dev.tandem.core.coupon.Coupon;
import dev.tandem.core.coupon.CouponSettings;
import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.shop.DiscountKind;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a critical feedback, with everything that a sentence to the user needs.
 *
 * @param userName empty where nobody knows it
 * @param itemName empty where nobody knows it
 * @param category of the item; empty where nobody knows it
 * @param goodwillName what the tenant says where no coupon fits; empty with a coupon
 * @param discount null for an apology alone
 * @param reason the word of a {@link Choice.Reason}
 * @param benefit what the user is expected to save, in the shop's currency
 * @param probability that the user makes use of it
 * @param offeredAt when it was chosen, in whole milliseconds
 * @param attempt how often it was sent, this time included
 */
public record Offer(
        String offerId,
        Feedback feedback,
        String userName,
        String itemName,
        String category,
        String goodwillName,
        @Nullable Discount discount,
        String reason,
        double benefit,
        double probability,
        Instant offeredAt,
        int attempt)
        implements Serializable {
    /** The offer that a choice means. */
    public static Offer of(
            Feedback feedback,
            String userName,
            String itemName,
            String category,
            Choice choice,
            CouponSettings settings,
            Instant at) {
        Instant offeredAt = at.truncatedTo(ChronoUnit.MILLIS);
        Coupon coupon = choice.coupon();
        return new Offer(
                OfferId.of(feedback.feedbackId()),
                feedback,
                userName,
                itemName,
                category,
                coupon == null ? settings.goodwillName() : "",
                coupon == null ? goodwill(choice, settings, offeredAt) : discount(coupon),
                choice.reason().word(),
                choice.benefit(),
                choice.probability(),
                offeredAt,
                1);
    }

    /** The id of its coupon; empty for a goodwill discount, null for an apology alone. */
    public @Nullable String couponId() {
        return discount == null ? null : discount.couponId();
    }

    /** The same, sent once more. */
    public Offer again(int attempt) {
        return new Offer(
                offerId,
                feedback,
                userName,
                itemName,
                category,
                goodwillName,
                discount,
                reason,
                benefit,
                probability,
                offeredAt,
                attempt);
    }

    private static Discount discount(Coupon coupon) {
        return new Discount(
                coupon.couponId(),
                coupon.name(),
                coupon.discountKind(),
                coupon.discount(),
                coupon.category(),
                coupon.itemIds(),
                coupon.validUntil());
    }

    private static @Nullable Discount goodwill(Choice choice, CouponSettings settings, Instant at) {
        DiscountKind kind = settings.goodwillDiscountKind();
        BigDecimal discount = settings.goodwillDiscount();
        if (kind == null || discount == null || !choice.allowsGoodwillDiscount()) {
            return null;
        }
        Instant until = at.plus(Duration.ofDays(settings.goodwillValidDays()));
        return new Discount("", settings.goodwillName(), kind, discount, "", Set.of(), until);
    }
}
