package dev.tandem.serving.published;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.Availability;
import dev.tandem.serving.ranking.Lists;
import dev.tandem.serving.ranking.RankedList;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Published lists in memory. */
public final class InMemoryPublishedListStore implements PublishedListStore {
    private final Map<TenantId, ActiveModel> active = new ConcurrentHashMap<>();
    private final Map<Key, RankedList> lists = new ConcurrentHashMap<>();
    private final Availability availability;

    public InMemoryPublishedListStore(Availability availability) {
        this.availability = availability;
    }

    public void activate(TenantId tenant, ModelVersion version) {
        activate(tenant, version, Lists.EVENTS_UNTIL);
    }

    public void activate(TenantId tenant, ModelVersion version, Instant eventsUntil) {
        active.put(tenant, new ActiveModel(version, eventsUntil));
    }

    public void put(TenantId tenant, ModelVersion version, ListKind kind, String key, RankedList list) {
        lists.put(new Key(tenant, version, kind, key), list);
    }

    /** Takes away all lists of a version, as a clean-up does. */
    public void remove(ModelVersion version) {
        lists.keySet().removeIf(key -> key.version().equals(version));
    }

    @Override
    public CompletionStage<Optional<ActiveModel>> activeModel(TenantId tenant) {
        return availability.answer(() -> Optional.ofNullable(active.get(tenant)));
    }

    @Override
    public CompletionStage<Optional<RankedList>> find(
            TenantId tenant, ModelVersion version, ListKind kind, String key) {
        return availability.answer(() -> Optional.ofNullable(lists.get(new Key(tenant, version, kind, key))));
    }

    private record Key(TenantId tenant, ModelVersion version, ListKind kind, String key) {}
}
