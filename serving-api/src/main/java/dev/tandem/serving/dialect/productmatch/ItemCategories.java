package dev.tandem.serving.dialect.productmatch;

import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cache.FreshOrLastKnown;
import dev.tandem.serving.item.Item;
import dev.tandem.serving.item.ItemStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The categories of items, remembered for a minute: they hardly ever change, and a history has hundreds of items. */
final class ItemCategories {
    private static final Duration MAX_AGE = Duration.ofMinutes(1);
    private static final int MAX_ITEMS = 50_000;

    // One history must not take all of the reads that may be under way.
    private static final int AT_A_TIME = 32;

    private final FreshOrLastKnown<Key, Optional<String>> categories;

    ItemCategories(ItemStore items) {
        this.categories = new FreshOrLastKnown<>(MAX_AGE, MAX_ITEMS, key -> items.find(key.tenant(), key.item())
                .thenApply(found -> found.map(Item::category)));
    }

    /** The category of each item that has one, by the item's id. */
    CompletionStage<Map<String, String>> of(TenantId tenant, List<String> items) {
        return collect(tenant, items, new HashMap<>());
    }

    private CompletionStage<Map<String, String>> collect(
            TenantId tenant, List<String> items, Map<String, String> found) {
        if (items.isEmpty()) {
            return CompletableFuture.completedStage(found);
        }
        List<String> now = items.subList(0, Math.min(AT_A_TIME, items.size()));
        List<CompletableFuture<Optional<String>>> loading = now.stream()
                .map(item -> categories.get(new Key(tenant, new ItemId(item))))
                .toList();
        return CompletableFuture.allOf(loading.toArray(CompletableFuture[]::new))
                .thenCompose(all -> {
                    for (int i = 0; i < now.size(); i++) {
                        String item = now.get(i);
                        loading.get(i).join().ifPresent(category -> found.put(item, category));
                    }
                    return collect(tenant, items.subList(now.size(), items.size()), found);
                });
    }

    private record Key(TenantId tenant, ItemId item) {}
}
