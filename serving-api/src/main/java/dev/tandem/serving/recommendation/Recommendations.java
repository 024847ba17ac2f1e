package dev.tandem.serving.recommendation;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.cache.FreshOrLastKnown;
import dev.tandem.serving.ranking.FallbackList;
import dev.tandem.serving.ranking.RankedList;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What is recommended to a user: the active model's list, else best sellers over all categories, else nothing.
 *
 * <p>The active model is remembered for seconds, so a switch takes effect within that time and without a restart. The
 * fallback is asked for beside every request, though rarely needed: so it is in memory when the store fails.
 */
final class Recommendations {
    private static final int MAX_TENANTS = 10_000;

    private final RecommendationStore store;
    private final FallbackList fallback;
    private final FreshOrLastKnown<TenantId, Optional<ModelVersion>> activeModels;

    Recommendations(RecommendationStore store, FallbackList fallback, Duration maxModelAge) {
        this.store = store;
        this.fallback = fallback;
        this.activeModels = new FreshOrLastKnown<>(maxModelAge, MAX_TENANTS, store::activeModel);
    }

    CompletionStage<Recommendation> recommend(TenantId tenant, UserId user) {
        CompletionStage<RankedList> bestSellers = fallback.load(tenant);
        return fromModel(tenant, user)
                .thenCompose(list -> list.isPresent()
                        ? CompletableFuture.completedStage(Recommendation.ofModel(list.get()))
                        : bestSellers.thenApply(Recommendation::ofBestSellers));
    }

    /** What can be recommended without asking the store. */
    Optional<Recommendation> remembered(TenantId tenant) {
        return fallback.remembered(tenant).filter(list -> !list.isEmpty()).map(Recommendation::ofBestSellers);
    }

    private CompletionStage<Optional<RankedList>> fromModel(TenantId tenant, UserId user) {
        return activeModels
                .get(tenant)
                .thenCompose(version -> version.isPresent()
                        ? store.find(tenant, version.get(), user)
                        : CompletableFuture.completedStage(Optional.empty()))
                .thenApply(list -> list.filter(found -> !found.isEmpty()));
    }
}
