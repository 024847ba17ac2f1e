package dev.tandem.serving.demotion;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.Availability;

class InMemoryDemotionStoreTest extends DemotionStoreContract {
    private final InMemoryDemotionStore store = new InMemoryDemotionStore(new Availability());

    @Override
    DemotionStore store() {
        return store;
    }

    @Override
    void put(TenantId tenant, String... items) {
        store.put(tenant, items);
    }

    @Override
    void set(TenantId tenant, boolean demotes) {
        store.set(tenant, demotes);
    }
}
