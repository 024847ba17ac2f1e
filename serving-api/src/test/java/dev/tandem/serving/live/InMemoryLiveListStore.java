package dev.tandem.serving.live;

import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.Availability;
import dev.tandem.serving.ranking.RankedList;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Live lists in memory. */
public final class InMemoryLiveListStore implements LiveListStore {
    private final Map<Key, LiveList> lists = new ConcurrentHashMap<>();
    private final Availability availability;

    public InMemoryLiveListStore(Availability availability) {
        this.availability = availability;
    }

    public void put(TenantId tenant, UserId user, RankedList list) {
        lists.merge(
                new Key(tenant, user),
                new LiveList(list, null),
                (old, latest) -> new LiveList(latest.list(), old.removedAt()));
    }

    /** As the removal of an item from the history leaves it. */
    public void removed(TenantId tenant, UserId user, Instant at) {
        lists.merge(
                new Key(tenant, user),
                new LiveList(RankedList.NONE, at),
                (old, latest) -> new LiveList(old.list(), latest.removedAt()));
    }

    @Override
    public CompletionStage<Optional<LiveList>> find(TenantId tenant, UserId user) {
        return availability.answer(() -> Optional.ofNullable(lists.get(new Key(tenant, user))));
    }

    private record Key(TenantId tenant, UserId user) {}
}
