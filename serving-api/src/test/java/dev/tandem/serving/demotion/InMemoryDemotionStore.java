package dev.tandem.serving.demotion;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.Availability;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Demoted items in memory. */
public final class InMemoryDemotionStore implements DemotionStore {
    private final Map<TenantId, Set<String>> demoted = new ConcurrentHashMap<>();
    private final Map<TenantId, Boolean> settings = new ConcurrentHashMap<>();
    private final Availability availability;

    public InMemoryDemotionStore(Availability availability) {
        this.availability = availability;
    }

    /** From now on exactly these items are demoted. */
    public void put(TenantId tenant, String... items) {
        demoted.put(tenant, Set.of(items));
    }

    /** From now on the tenant has its items demoted, or not. */
    public void set(TenantId tenant, boolean demotes) {
        settings.put(tenant, demotes);
    }

    @Override
    public CompletionStage<Set<String>> demoted(TenantId tenant) {
        return availability.answer(
                () -> settings.getOrDefault(tenant, true) ? demoted.getOrDefault(tenant, Set.of()) : Set.<String>of());
    }
}
