package dev.tandem.local.launcher.shopdata;

import dev.tandem.core.shop.ItemId;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An item of a shop.
 *
 * @param price in the shop's currency, kept to hundredths; null where the source has none
 */
public record ShopItem(
        ItemId id,
        String name,
        String category,
        @Nullable BigDecimal price,
        boolean inStock,
        Map<String, String> attributes) {
    public ShopItem {
        attributes = Map.copyOf(attributes);
    }
}
