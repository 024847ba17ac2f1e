package dev.tandem.core.offer;

import dev.tandem.core.shop.DiscountKind;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The discount of an offer.
 *
 * @param couponId empty where the discount is goodwill
 * @param amount with two decimals
 * @param category what it is for; empty for any
 * @param itemIds what it is for; empty for any. With neither it is for everything
 * @param validUntil in whole milliseconds; null where it does not end
 */
public record Discount(
        String couponId,
        String name,
        DiscountKind kind,
        BigDecimal amount,
        String category,
        Set<String> itemIds,
        @Nullable Instant validUntil)
        implements Serializable {
    private static final int DECIMALS = 2;

    public Discount {
        amount = amount.setScale(DECIMALS, RoundingMode.HALF_UP);
        validUntil = validUntil == null ? null : validUntil.truncatedTo(ChronoUnit.MILLIS);
        itemIds = Collections.unmodifiableSet(new TreeSet<>(itemIds));
    }
}
