package dev.tandem.serving.live;

import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.Availability;
import dev.tandem.serving.ranking.RankedList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Live lists in memory. */
public final class InMemoryLiveListStore implements LiveListStore {
    private final Map<Key, RankedList> lists = new ConcurrentHashMap<>();
    private final Availability availability;

    public InMemoryLiveListStore(Availability availability) {
        this.availability = availability;
    }

    public void put(TenantId tenant, UserId user, RankedList list) {
        lists.put(new Key(tenant, user), list);
    }

    @Override
    public CompletionStage<Optional<RankedList>> find(TenantId tenant, UserId user) {
        return availability.answer(() -> Optional.ofNullable(lists.get(new Key(tenant, user))));
    }

    private record Key(TenantId tenant, UserId user) {}
}
