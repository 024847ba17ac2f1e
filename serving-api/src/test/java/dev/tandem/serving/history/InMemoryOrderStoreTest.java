package dev.tandem.serving.history;

import dev.tandem.core.foldin.OrderLine;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.Availability;

class InMemoryOrderStoreTest extends OrderStoreContract {
    private final InMemoryOrderStore store = new InMemoryOrderStore(new Availability());

    @Override
    OrderStore store() {
        return store;
    }

    @Override
    void put(TenantId tenant, UserId user, OrderLine line) {
        store.put(tenant, user, line);
    }
}
