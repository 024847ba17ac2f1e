package dev.tandem.serving.published;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cache.FreshOrLastKnown;
import dev.tandem.serving.ranking.ListSource;
import dev.tandem.serving.ranking.RankedList;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/**
 * The published lists of the active model.
 *
 * <p>Which one that is, is remembered for seconds: a switch takes effect within that time and without a restart.
 */
public final class PublishedLists {
    private static final int MAX_TENANTS = 10_000;

    private final PublishedListStore store;
    private final RecentLists recent;
    private final FreshOrLastKnown<TenantId, Optional<ActiveModel>> activeModels;

    /**
     * The lists of a store.
     *
     * @param maxModelAge how long the active model is remembered
     * @param maxListAge how long lists are remembered; zero for not at all
     */
    public PublishedLists(PublishedListStore store, Duration maxModelAge, Duration maxListAge, MeterRegistry registry) {
        this.store = store;
        this.recent = new RecentLists(maxListAge, registry);
        this.activeModels = new FreshOrLastKnown<>(maxModelAge, MAX_TENANTS, store::activeModel);
    }

    /** One list as a source of answers. */
    public ListSource source(TenantId tenant, ListKind kind, String key) {
        return new PublishedSource(this, tenant, kind, key);
    }

    /** The active models that were asked for, as last known. */
    public Map<TenantId, ActiveModel> activeModels() {
        Map<TenantId, ActiveModel> known = new TreeMap<>(Comparator.comparing(TenantId::value));
        activeModels.remembered().forEach((tenant, model) -> model.ifPresent(found -> known.put(tenant, found)));
        return known;
    }

    /** The model whose lists are served; empty before the first publication. */
    public CompletionStage<Optional<ActiveModel>> activeModel(TenantId tenant) {
        return activeModels.get(tenant);
    }

    /** A version's list; empty where it has none. */
    public CompletionStage<Optional<RankedList>> find(
            TenantId tenant, ModelVersion version, ListKind kind, String key) {
        return recent.find(
                new RecentLists.Key(tenant, version, kind, key),
                list -> store.find(list.tenant(), list.version(), list.kind(), list.key()));
    }
}
