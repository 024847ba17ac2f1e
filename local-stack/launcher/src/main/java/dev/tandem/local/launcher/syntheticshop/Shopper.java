package dev.tandem.local.launcher.syntheticshop;

import java.time.Month;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Somebody who fills baskets, and remembers what was in the earlier ones. */
final class Shopper {
    private static final double SHARE_REBOUGHT = 0.35;
    private static final double SHARE_ONE_MORE = 0.68;
    private static final int MAX_BASKET = 20;

    private final Catalog catalog;
    private final Leanings leanings;
    private final SplittableRandom random;
    private final Set<CatalogItem> owned = new HashSet<>();
    private final List<CatalogItem> consumables = new ArrayList<>();

    Shopper(Catalog catalog, SplittableRandom random) {
        this.catalog = catalog;
        this.random = random;
        this.leanings = Leanings.draw(random);
    }

    /** The different items of one order, at least one. What is used up is bought again, what lasts hardly ever. */
    List<CatalogItem> basket(Month month) {
        List<CatalogItem> basket = new ArrayList<>();
        do {
            CatalogItem item = next(month);
            if (!basket.contains(item)) {
                basket.add(item);
            }
        } while (basket.size() < MAX_BASKET && random.nextDouble() < SHARE_ONE_MORE);
        for (CatalogItem item : basket) {
            if (owned.add(item) && item.isConsumable()) {
                consumables.add(item);
            }
        }
        return basket;
    }

    private CatalogItem next(Month month) {
        if (!consumables.isEmpty() && random.nextDouble() < SHARE_REBOUGHT) {
            return consumables.get(random.nextInt(consumables.size()));
        }
        CatalogItem item = catalog.draw(leanings, month, random);
        boolean isNeededAgain = item.isConsumable() || !owned.contains(item);
        return isNeededAgain ? item : catalog.draw(leanings, month, random);
    }
}
