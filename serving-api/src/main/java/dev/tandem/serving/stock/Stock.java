package dev.tandem.serving.stock;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cache.FreshOrLastKnown;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** What is out of stock, remembered for seconds, and beyond that for as long as the store fails. */
public final class Stock {
    private static final int MAX_TENANTS = 10_000;

    private final FreshOrLastKnown<TenantId, Set<String>> outOfStock;

    public Stock(StockStore store, Duration maxAge) {
        this.outOfStock = new FreshOrLastKnown<>(maxAge, MAX_TENANTS, store::outOfStock);
    }

    /** The ids of the tenant's items that cannot be bought now. */
    public CompletionStage<Set<String>> outOfStock(TenantId tenant) {
        return outOfStock.get(tenant);
    }

    /** The same as last known, without asking the store; empty where it was never asked. */
    public Set<String> remembered(TenantId tenant) {
        return outOfStock.remembered(tenant).orElse(Set.of());
    }
}
