package dev.tandem.serving.bestsellers;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.Availability;
import dev.tandem.serving.ranking.RankedList;

class InMemoryBestSellerStoreTest extends BestSellerStoreContract {
    private final InMemoryBestSellerStore store = new InMemoryBestSellerStore(new Availability());

    @Override
    BestSellerStore store() {
        return store;
    }

    @Override
    void put(TenantId tenant, String category, RankedList list) {
        store.put(tenant, category, list);
    }
}
