package dev.tandem.serving.published;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.Availability;
import dev.tandem.serving.ranking.RankedList;

class InMemoryPublishedListStoreTest extends PublishedListStoreContract {
    private final InMemoryPublishedListStore store = new InMemoryPublishedListStore(new Availability());

    @Override
    PublishedListStore store() {
        return store;
    }

    @Override
    void activate(TenantId tenant, ModelVersion version) {
        store.activate(tenant, version);
    }

    @Override
    void put(TenantId tenant, ModelVersion version, ListKind kind, String key, RankedList list) {
        store.put(tenant, version, kind, key, list);
    }
}
