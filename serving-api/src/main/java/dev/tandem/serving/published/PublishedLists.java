package dev.tandem.serving.published;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cache.FreshOrLastKnown;
import dev.tandem.serving.ranking.ListSource;
import dev.tandem.serving.ranking.RankedList;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The published lists of the active model.
 *
 * <p>Which one that is, is remembered for seconds: a switch takes effect within that time and without a restart.
 */
public final class PublishedLists {
    private static final int MAX_TENANTS = 10_000;

    private final PublishedListStore store;
    private final FreshOrLastKnown<TenantId, Optional<ActiveModel>> activeModels;

    public PublishedLists(PublishedListStore store, Duration maxModelAge) {
        this.store = store;
        this.activeModels = new FreshOrLastKnown<>(maxModelAge, MAX_TENANTS, store::activeModel);
    }

    /** One list as a source of answers. */
    public ListSource source(TenantId tenant, ListKind kind, String key) {
        return new PublishedSource(this, tenant, kind, key);
    }

    CompletionStage<Optional<ActiveModel>> activeModel(TenantId tenant) {
        return activeModels.get(tenant);
    }

    CompletionStage<Optional<RankedList>> find(TenantId tenant, ModelVersion version, ListKind kind, String key) {
        return store.find(tenant, version, kind, key);
    }
}
