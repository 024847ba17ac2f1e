package dev.tandem.core.coupon;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The user whom an offer goes to, as far as the choice depends on it.
 *
 * @param name empty where nobody knows it
 * @param orders how many the user has placed
 * @param meanOrderValue in the shop's currency, 0 without orders
 * @param categoryShares how the user's spending is spread over categories: by category, together 1, empty without orders
 * @param items that the user has bought
 * @param offers that the user was made, in any order
 */
public record Recipient(
        String name,
        int orders,
        double meanOrderValue,
        Map<String, Double> categoryShares,
        Set<String> items,
        List<PastOffer> offers)
        implements Serializable {
    /** Somebody of whom nothing is known. */
    public static final Recipient UNKNOWN = new Recipient("", 0, 0, Map.of(), Set.of(), List.of());

    public Recipient {
        categoryShares = Map.copyOf(categoryShares);
        items = Set.copyOf(items);
        offers = List.copyOf(offers);
    }

    /**
     * An offer that was made.
     *
     * @param couponId empty where it was a goodwill discount, null where it was an apology alone
     */
    public record PastOffer(String offerId, @Nullable String couponId, Instant offeredAt) implements Serializable {}

    /** The same, who was made another offer. */
    public Recipient with(PastOffer offer) {
        return new Recipient(
                name,
                orders,
                meanOrderValue,
                categoryShares,
                items,
                Stream.concat(offers.stream(), Stream.of(offer)).toList());
    }

    boolean wasGiven(String couponId) {
        return offers.stream().anyMatch(offer -> couponId.equals(offer.couponId()));
    }

    /** How many coupons and goodwill discounts the user was given after an instant. */
    long couponsSince(Instant since) {
        return offers.stream()
                .filter(offer -> offer.couponId() != null && offer.offeredAt().isAfter(since))
                .count();
    }

    /** How likely spending is to fall into what a coupon is for: 0 to 1. */
    double share(Coupon coupon) {
        if (coupon.isForEverything()) {
            return 1;
        }
        double ofCategory = coupon.category().isEmpty() ? 0 : categoryShares.getOrDefault(coupon.category(), 0.0);
        if (coupon.itemIds().isEmpty() || items.isEmpty()) {
            return ofCategory;
        }
        long bought = coupon.itemIds().stream().filter(items::contains).count();
        return Math.max(ofCategory, (double) bought / items.size());
    }
}
