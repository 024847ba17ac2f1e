package dev.tandem.serving.item;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.Availability;

class InMemoryItemStoreTest extends ItemStoreContract {
    private final InMemoryItemStore store = new InMemoryItemStore(new Availability());

    @Override
    ItemStore store() {
        return store;
    }

    @Override
    void put(TenantId tenant, Item item) {
        store.put(tenant, item);
    }
}
