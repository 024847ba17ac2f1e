package dev.tandem.serving.offer;

import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.Availability;
import java.time.Instant;

class InMemoryOfferStoreTest extends OfferStoreContract {
    private final InMemoryOfferStore store = new InMemoryOfferStore(new Availability());

    @Override
    OfferStore store() {
        return store;
    }

    @Override
    void put(TenantId tenant, UserId user, Instant offeredAt, String offer) {
        store.put(tenant, user, offeredAt, offer);
    }
}
