package dev.tandem.core.coupon;

import dev.tandem.core.shop.DiscountKind;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A discount that can be given.
 *
 * @param category what it is for; empty for any
 * @param itemIds what it is for; empty for any. With neither it is for everything
 * @param validFrom null for always
 * @param validUntil it is not valid any more from then on; null for never
 * @param minSeverity of the feedback that it answers, 1 to 3
 * @param oncePerUser nobody is given it twice
 * @param coolDownDays not to a user who was given any coupon within so many days
 * @param budget how often it may be given; null for any number
 */
public record Coupon(
        String couponId,
        String name,
        DiscountKind discountKind,
        BigDecimal discount,
        String category,
        Set<String> itemIds,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        int minSeverity,
        boolean oncePerUser,
        int coolDownDays,
        @Nullable Integer budget)
        implements Serializable {
    public Coupon {
        itemIds = Set.copyOf(itemIds);
    }

    /** Whether it is for everything that the shop has. */
    public boolean isForEverything() {
        return category.isEmpty() && itemIds.isEmpty();
    }

    /** Whether an item is among what it is for. */
    public boolean covers(String itemId, String itemCategory) {
        return isForEverything() || itemIds.contains(itemId) || (!category.isEmpty() && category.equals(itemCategory));
    }

    boolean isValidAt(Instant at) {
        return (validFrom == null || !validFrom.isAfter(at)) && (validUntil == null || validUntil.isAfter(at));
    }
}
