package dev.tandem.local.launcher.shopdata;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A discount that a shop can give.
 *
 * @param discountKind {@code percent} of the price, or {@code amount} in the shop's currency
 * @param category what it is for; null for everything
 * @param validUntil when it expires
 * @param withdrawnAt when it was taken back; null where it was not
 * @param terms what it asks of those whom it is given to
 */
public record ShopCoupon(
        String id,
        String name,
        String discountKind,
        BigDecimal discount,
        @Nullable String category,
        Instant validUntil,
        @Nullable Instant withdrawnAt,
        Map<String, String> attributes,
        Terms terms) {
    /**
     * What a coupon asks of those whom it is given to.
     *
     * @param minSeverity of the feedback that it answers, 1 to 3
     * @param oncePerUser nobody is given it twice
     * @param coolDownDays not to a user who was given any coupon within so many days
     * @param budget how often it may be given; null for any number
     */
    public record Terms(int minSeverity, boolean oncePerUser, int coolDownDays, @Nullable Integer budget) {
        /** What PostgreSQL's table has by default: any critical feedback, each user once. */
        public static final Terms USUAL = new Terms(1, true, 0, null);
    }

    public ShopCoupon {
        attributes = Map.copyOf(attributes);
    }
}
