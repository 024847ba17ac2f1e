package dev.tandem.serving.live;

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
public final class InMemoryViewStore implements ViewStore {
    private final Map<Key, List<Viewed>> views = new ConcurrentHashMap<>();
    private final Map<Key, Map<String, Instant>> removals = new ConcurrentHashMap<>();
    private final Availability availability;

    public InMemoryViewStore(Availability availability) {
        this.availability = availability;
    }

    /** Adds a view. */
    public void add(TenantId tenant, UserId user, String item, Instant viewedAt) {
        views.computeIfAbsent(new Key(tenant, user), key -> new CopyOnWriteArrayList<>())
                .add(new Viewed(item, viewedAt));
    }

    /** Takes an item's views up to an instant out of the history. */
    public void remove(TenantId tenant, UserId user, String item, Instant removedAt) {
        removals.computeIfAbsent(new Key(tenant, user), key -> new ConcurrentHashMap<>())
                .put(item, removedAt);
    }

    @Override
    public CompletionStage<List<Viewed>> latest(TenantId tenant, UserId user) {
        Key key = new Key(tenant, user);
        Map<String, Instant> removed = removals.getOrDefault(key, Map.of());
        return availability.answer(() -> views.getOrDefault(key, List.of()).stream()
                .sorted(Comparator.comparing(Viewed::viewedAt).reversed())
                .limit(MAX_VIEWS)
                .filter(view -> view.viewedAt().isAfter(removed.getOrDefault(view.itemId(), Instant.MIN)))
                .toList());
    }

    private record Key(TenantId tenant, UserId user) {}
}
