package dev.tandem.serving.live;

import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.Availability;
import dev.tandem.serving.ranking.RankedList;

class InMemoryLiveListStoreTest extends LiveListStoreContract {
    private final InMemoryLiveListStore store = new InMemoryLiveListStore(new Availability());

    @Override
    LiveListStore store() {
        return store;
    }

    @Override
    void put(TenantId tenant, UserId user, RankedList list) {
        store.put(tenant, user, list);
    }
}
