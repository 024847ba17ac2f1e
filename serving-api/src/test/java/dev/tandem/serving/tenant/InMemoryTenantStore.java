package dev.tandem.serving.tenant;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.Availability;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Tenants in memory. */
public final class InMemoryTenantStore implements TenantStore {
    private final Set<TenantId> tenants = ConcurrentHashMap.newKeySet();
    private final Availability availability;

    public InMemoryTenantStore(Availability availability) {
        this.availability = availability;
    }

    public void put(TenantId tenant) {
        tenants.add(tenant);
    }

    @Override
    public CompletionStage<Boolean> exists(TenantId tenant) {
        return availability.answer(() -> tenants.contains(tenant));
    }
}
