package dev.tandem.serving.history;

import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.Availability;

class InMemoryHistoryStoreTest extends HistoryStoreContract {
    private final InMemoryHistoryStore store = new InMemoryHistoryStore(new Availability());

    @Override
    HistoryStore store() {
        return store;
    }

    @Override
    void put(TenantId tenant, UserId user, ItemView view) {
        store.put(tenant, user, view);
    }
}
