package dev.tandem.serving.stock;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.Availability;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Stock in memory. */
public final class InMemoryStockStore implements StockStore {
    private final Map<TenantId, Set<String>> outOfStock = new ConcurrentHashMap<>();
    private final Availability availability;

    public InMemoryStockStore(Availability availability) {
        this.availability = availability;
    }

    /** From now on exactly these items cannot be bought. */
    public void put(TenantId tenant, String... items) {
        outOfStock.put(tenant, Set.of(items));
    }

    @Override
    public CompletionStage<Set<String>> outOfStock(TenantId tenant) {
        return availability.answer(() -> outOfStock.getOrDefault(tenant, Set.of()));
    }
}
