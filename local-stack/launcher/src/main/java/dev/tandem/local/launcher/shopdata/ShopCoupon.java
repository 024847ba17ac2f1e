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
 */
public record ShopCoupon(
        String id,
        String name,
        String discountKind,
        BigDecimal discount,
        @Nullable String category,
        Instant validUntil,
        @Nullable Instant withdrawnAt,
        Map<String, String> attributes) {
    public ShopCoupon {
        attributes = Map.copyOf(attributes);
    }
}
