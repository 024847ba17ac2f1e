package dev.tandem.serving.recommendation;

import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.Availability;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Purchases in memory. */
public final class InMemoryPurchaseStore implements PurchaseStore {
    private final Map<Key, Set<String>> purchases = new ConcurrentHashMap<>();
    private final Availability availability;

    public InMemoryPurchaseStore(Availability availability) {
        this.availability = availability;
    }

    /** From now on the user has bought exactly these items. */
    public void put(TenantId tenant, UserId user, String... items) {
        purchases.put(new Key(tenant, user), Set.of(items));
    }

    @Override
    public CompletionStage<Set<String>> find(TenantId tenant, UserId user) {
        return availability.answer(() -> purchases.getOrDefault(new Key(tenant, user), Set.of()));
    }

    private record Key(TenantId tenant, UserId user) {}
}
