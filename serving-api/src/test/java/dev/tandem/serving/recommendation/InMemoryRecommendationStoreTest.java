package dev.tandem.serving.recommendation;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.Availability;
import dev.tandem.serving.ranking.RankedList;

class InMemoryRecommendationStoreTest extends RecommendationStoreContract {
    private final InMemoryRecommendationStore store = new InMemoryRecommendationStore(new Availability());

    @Override
    RecommendationStore store() {
        return store;
    }

    @Override
    void activate(TenantId tenant, ModelVersion version) {
        store.activate(tenant, version);
    }

    @Override
    void put(TenantId tenant, ModelVersion version, UserId user, RankedList list) {
        store.put(tenant, version, user, list);
    }
}
