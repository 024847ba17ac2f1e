package dev.tandem.serving.live;

import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.Availability;
import dev.tandem.serving.ranking.RankedList;
import java.time.Instant;

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

    @Override
    void removed(TenantId tenant, UserId user, Instant at) {
        store.removed(tenant, user, at);
    }
}
