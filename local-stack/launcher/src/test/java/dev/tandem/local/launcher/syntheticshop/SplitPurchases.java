package dev.tandem.local.launcher.syntheticshop;

import static java.util.stream.Collectors.toMap;

import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.OrderKind;
import dev.tandem.core.shop.UserId;
import dev.tandem.local.launcher.shopdata.OrderLine;
import dev.tandem.local.launcher.shopdata.RecordedShop;
import dev.tandem.local.launcher.shopdata.ShopOrder;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What signed-in users bought before and after one moment, and how well a ranking of the items that are new to a user
 * foretells the latter.
 */
record SplitPurchases(Map<UserId, Set<ItemId>> before, Map<UserId, Set<ItemId>> after) {
    private static final int TOP = 10;
    private static final double SHRINKAGE = 10;

    static SplitPurchases at(Instant moment, RecordedShop shop) {
        Map<String, ShopOrder> orders = shop.orders().stream().collect(toMap(ShopOrder::id, Function.identity()));
        SplitPurchases split = new SplitPurchases(new HashMap<>(), new HashMap<>());
        for (OrderLine line : shop.lines()) {
            ShopOrder order = orders.get(line.orderId());
            if (order != null && order.user() != null && order.kind() == OrderKind.SALE) {
                (order.orderedAt().isBefore(moment) ? split.before : split.after)
                        .computeIfAbsent(order.user(), user -> new HashSet<>())
                        .add(line.item());
            }
        }
        return split;
    }

    /** How many users bought each item before the moment. */
    Map<ItemId, Double> popularity() {
        Map<ItemId, Double> buyers = new HashMap<>();
        before.values().forEach(items -> items.forEach(item -> buyers.merge(item, 1.0, Double::sum)));
        return buyers;
    }

    /** For each item its likeness to every other: users who bought both / (geometric mean of the buyers + SHRINKAGE). */
    Map<ItemId, Map<ItemId, Double>> similarities() {
        Map<ItemId, Double> buyers = popularity();
        Map<ItemId, Map<ItemId, Double>> both = new HashMap<>();
        before.values()
                .forEach(items -> items.forEach(one -> items.forEach(other ->
                        both.computeIfAbsent(one, item -> new HashMap<>()).merge(other, 1.0, Double::sum))));
        both.forEach((one, others) -> others.replaceAll((other, count) ->
                count / (Math.sqrt(buyers.getOrDefault(one, 0.0) * buyers.getOrDefault(other, 0.0)) + SHRINKAGE)));
        return both;
    }

    /** Mean over users of hits / min(10, new items bought): Recall@10 of the items not bought before. */
    double recallOfNewItems(Function<Set<ItemId>, Map<ItemId, Double>> scores) {
        Map<UserId, Double> recalls = new TreeMap<>(Comparator.comparing(UserId::value));
        after.forEach((user, bought) -> {
            Set<ItemId> known = before.getOrDefault(user, Set.of());
            Set<ItemId> wanted = new HashSet<>(bought);
            wanted.removeAll(known);
            if (!known.isEmpty() && !wanted.isEmpty()) {
                long hits = top(scores.apply(known), known).stream()
                        .filter(wanted::contains)
                        .count();
                recalls.put(user, (double) hits / Math.min(TOP, wanted.size()));
            }
        });
        return recalls.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    private static List<ItemId> top(Map<ItemId, Double> scores, Set<ItemId> known) {
        return scores.entrySet().stream()
                .filter(score -> !known.contains(score.getKey()))
                .sorted(Map.Entry.<ItemId, Double>comparingByValue().reversed().thenComparing(score -> score.getKey()
                        .value()))
                .limit(TOP)
                .map(Map.Entry::getKey)
                .toList();
    }
}
