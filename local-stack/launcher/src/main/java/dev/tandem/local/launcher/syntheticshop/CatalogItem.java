package dev.tandem.local.launcher.syntheticshop;

import dev.tandem.core.shop.ItemId;
import dev.tandem.local.launcher.shopdata.ShopItem;
import java.math.BigDecimal;
import java.util.Map;

/**
 * An item with what decides who buys it.
 *
 * @param popularity how often it sells, relative to the others, to shoppers to whom all are alike
 */
record CatalogItem(
        ItemId id,
        String name,
        Department department,
        Taste taste,
        Season season,
        boolean isConsumable,
        BigDecimal price,
        boolean isInStock,
        double popularity) {
    ShopItem toShopItem() {
        return new ShopItem(
                id, name, department.categoryId(), price, isInStock, Map.of("category_name", department.title()));
    }
}
