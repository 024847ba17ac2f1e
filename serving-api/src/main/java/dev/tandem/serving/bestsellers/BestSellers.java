package dev.tandem.serving.bestsellers;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cache.FreshOrLastKnown;
import dev.tandem.serving.ranking.FallbackList;
import dev.tandem.serving.ranking.RankedList;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Best sellers, remembered for seconds, and beyond that for as long as the store fails. */
public final class BestSellers implements FallbackList {
    private static final int MAX_LISTS = 2_000;

    private final FreshOrLastKnown<Key, RankedList> lists;

    public BestSellers(BestSellerStore store, Duration maxAge) {
        this.lists = new FreshOrLastKnown<>(maxAge, MAX_LISTS, key -> store.find(key.tenant(), key.category())
                .thenApply(list -> list.orElse(RankedList.NONE)));
    }

    @Override
    public CompletionStage<RankedList> load(TenantId tenant) {
        return load(tenant, BestSellerStore.ALL_CATEGORIES);
    }

    @Override
    public Optional<RankedList> remembered(TenantId tenant) {
        return remembered(tenant, BestSellerStore.ALL_CATEGORIES);
    }

    CompletionStage<RankedList> load(TenantId tenant, String category) {
        return lists.get(new Key(tenant, category));
    }

    Optional<RankedList> remembered(TenantId tenant, String category) {
        return lists.remembered(new Key(tenant, category));
    }

    private record Key(TenantId tenant, String category) {}
}
