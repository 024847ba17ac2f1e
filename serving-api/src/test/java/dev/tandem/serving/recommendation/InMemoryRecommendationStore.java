package dev.tandem.serving.recommendation;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.Availability;
import dev.tandem.serving.ranking.RankedList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Recommendations in memory. */
public final class InMemoryRecommendationStore implements RecommendationStore {
    private final Map<TenantId, ModelVersion> active = new ConcurrentHashMap<>();
    private final Map<Key, RankedList> lists = new ConcurrentHashMap<>();
    private final Availability availability;

    public InMemoryRecommendationStore(Availability availability) {
        this.availability = availability;
    }

    public void activate(TenantId tenant, ModelVersion version) {
        active.put(tenant, version);
    }

    public void put(TenantId tenant, ModelVersion version, UserId user, RankedList list) {
        lists.put(new Key(tenant, version, user), list);
    }

    @Override
    public CompletionStage<Optional<ModelVersion>> activeModel(TenantId tenant) {
        return availability.answer(() -> Optional.ofNullable(active.get(tenant)));
    }

    @Override
    public CompletionStage<Optional<RankedList>> find(TenantId tenant, ModelVersion version, UserId user) {
        return availability.answer(() -> Optional.ofNullable(lists.get(new Key(tenant, version, user))));
    }

    private record Key(TenantId tenant, ModelVersion version, UserId user) {}
}
