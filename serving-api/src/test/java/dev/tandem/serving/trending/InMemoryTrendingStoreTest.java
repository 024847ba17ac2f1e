package dev.tandem.serving.trending;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.Availability;
import dev.tandem.serving.ranking.RankedList;

class InMemoryTrendingStoreTest extends TrendingStoreContract {
    private final InMemoryTrendingStore store = new InMemoryTrendingStore(new Availability());

    @Override
    TrendingStore store() {
        return store;
    }

    @Override
    void put(TenantId tenant, String category, RankedList list) {
        store.put(tenant, category, list);
    }
}
