package dev.tandem.serving.history;

import dev.tandem.core.foldin.OrderLine;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.Availability;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Order lines in memory. */
public final class InMemoryOrderStore implements OrderStore {
    private final Map<Key, List<OrderLine>> lines = new ConcurrentHashMap<>();
    private final Availability availability;

    public InMemoryOrderStore(Availability availability) {
        this.availability = availability;
    }

    public void put(TenantId tenant, UserId user, OrderLine line) {
        lines.computeIfAbsent(new Key(tenant, user), key -> new CopyOnWriteArrayList<>())
                .add(line);
    }

    @Override
    public CompletionStage<List<OrderLine>> find(TenantId tenant, UserId user) {
        return availability.answer(() -> lines.getOrDefault(new Key(tenant, user), List.of()));
    }

    private record Key(TenantId tenant, UserId user) {}
}
