package dev.tandem.serving.trending;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.Availability;
import dev.tandem.serving.ranking.RankedList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** What trends, in memory. */
public final class InMemoryTrendingStore implements TrendingStore {
    private final Map<Key, RankedList> lists = new ConcurrentHashMap<>();
    private final Availability availability;

    public InMemoryTrendingStore(Availability availability) {
        this.availability = availability;
    }

    public void put(TenantId tenant, String category, RankedList list) {
        lists.put(new Key(tenant, category), list);
    }

    @Override
    public CompletionStage<Optional<RankedList>> find(TenantId tenant, String category) {
        return availability.answer(() -> Optional.ofNullable(lists.get(new Key(tenant, category))));
    }

    private record Key(TenantId tenant, String category) {}
}
