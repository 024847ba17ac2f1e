package dev.tandem.serving.history;

import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.Availability;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Views and removals in memory. */
public final class InMemoryHistoryStore implements HistoryStore {
    private final Map<Key, List<ItemView>> views = new ConcurrentHashMap<>();
    private final Map<Key, Map<String, Instant>> removals = new ConcurrentHashMap<>();
    private final Availability availability;

    public InMemoryHistoryStore(Availability availability) {
        this.availability = availability;
    }

    public void put(TenantId tenant, UserId user, ItemView view) {
        views.computeIfAbsent(new Key(tenant, user), key -> new CopyOnWriteArrayList<>())
                .add(view);
    }

    @Override
    public CompletionStage<ViewHistory> find(TenantId tenant, UserId user) {
        Key key = new Key(tenant, user);
        return availability.answer(() -> ViewHistory.of(
                views.getOrDefault(key, List.of()).stream()
                        .sorted(Comparator.comparing(ItemView::viewedAt)
                                .reversed()
                                .thenComparing(ItemView::eventId))
                        .limit(ViewHistory.MAX_VIEWS)
                        .toList(),
                removals.getOrDefault(key, Map.of())));
    }

    @Override
    public CompletionStage<Void> remove(TenantId tenant, UserId user, ItemId item, Instant removedAt) {
        return availability.answer(() -> {
            removals.computeIfAbsent(new Key(tenant, user), key -> new ConcurrentHashMap<>())
                    .merge(item.value(), removedAt, (one, other) -> one.isAfter(other) ? one : other);
            return null;
        });
    }

    private record Key(TenantId tenant, UserId user) {}
}
