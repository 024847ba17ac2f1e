package dev.tandem.serving.offer;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.Availability;

class InMemoryFeedbackStoreTest extends FeedbackStoreContract {
    private final InMemoryFeedbackStore store = new InMemoryFeedbackStore(new Availability());

    @Override
    FeedbackStore store() {
        return store;
    }

    @Override
    void put(TenantId tenant, StoredFeedback feedback) {
        store.put(tenant, feedback);
    }
}
