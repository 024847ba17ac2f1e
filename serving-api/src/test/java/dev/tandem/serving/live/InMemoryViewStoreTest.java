package dev.tandem.serving.live;

import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.Availability;
import java.time.Instant;

class InMemoryViewStoreTest extends ViewStoreContract {
    private final InMemoryViewStore store = new InMemoryViewStore(new Availability());

    @Override
    ViewStore store() {
        return store;
    }

    @Override
    void add(TenantId tenant, UserId user, String item, Instant viewedAt) {
        store.add(tenant, user, item, viewedAt);
    }

    @Override
    void remove(TenantId tenant, UserId user, String item, Instant removedAt) {
        store.remove(tenant, user, item, removedAt);
    }
}
