package dev.tandem.serving.recommendation;

import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.Availability;

class InMemoryPurchaseStoreTest extends PurchaseStoreContract {
    private final InMemoryPurchaseStore store = new InMemoryPurchaseStore(new Availability());

    @Override
    PurchaseStore store() {
        return store;
    }

    @Override
    void put(TenantId tenant, UserId user, String... items) {
        store.put(tenant, user, items);
    }
}
