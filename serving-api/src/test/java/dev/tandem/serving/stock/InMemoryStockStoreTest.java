package dev.tandem.serving.stock;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.Availability;

class InMemoryStockStoreTest extends StockStoreContract {
    private final InMemoryStockStore store = new InMemoryStockStore(new Availability());

    @Override
    StockStore store() {
        return store;
    }

    @Override
    void put(TenantId tenant, String... items) {
        store.put(tenant, items);
    }
}
