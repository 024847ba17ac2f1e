package dev.tandem.streaming.criticalfeedback;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A line of an order that was neither called off nor gives something back.
 *
 * @param value in the shop's currency
 */
record Purchase(String orderId, String itemId, double value) {
    /** What purchases come to. */
    record Sum(int orders, double meanOrderValue, Map<String, Double> categoryShares, Set<String> items) {}

    /**
     * Sums purchases up.
     *
     * @param categories of items, by id; spending on others belongs to no category
     */
    static Sum sum(Collection<Purchase> purchases, Map<String, String> categories) {
        Set<String> orders = new HashSet<>();
        Set<String> items = new HashSet<>();
        Map<String, Double> spent = new HashMap<>();
        double total = 0;
        for (Purchase purchase : purchases) {
            orders.add(purchase.orderId());
            items.add(purchase.itemId());
            total += purchase.value();
            String category = categories.getOrDefault(purchase.itemId(), "");
            if (!category.isEmpty()) {
                spent.merge(category, purchase.value(), Double::sum);
            }
        }
        double all = total;
        Map<String, Double> shares = new HashMap<>();
        if (all > 0) {
            spent.forEach((category, value) -> shares.put(category, value / all));
        }
        return new Sum(orders.size(), orders.isEmpty() ? 0 : all / orders.size(), shares, items);
    }
}
