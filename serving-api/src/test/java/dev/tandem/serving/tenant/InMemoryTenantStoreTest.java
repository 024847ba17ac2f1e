package dev.tandem.serving.tenant;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.Availability;

class InMemoryTenantStoreTest extends TenantStoreContract {
    private final InMemoryTenantStore store = new InMemoryTenantStore(new Availability());

    @Override
    TenantStore store() {
        return store;
    }

    @Override
    void put(TenantId tenant) {
        store.put(tenant);
    }
}
