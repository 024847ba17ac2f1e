package dev.tandem.serving.foldin;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.tandem.core.foldin.FoldInParts;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.published.PublishedLists;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The models that make lists, loaded when they are first asked for and kept for as long as they are: at most {@value
 * #MAX_MODELS}, the least used of more being loaded anew. All who ask while a model is on its way wait for the one load.
 */
public final class FoldInModels {
    private static final int MAX_MODELS = 8;
    private static final Duration UNUSED = Duration.ofMinutes(10);
    // A publication that is repeated may bring what is missing.
    private static final Duration MISSING = Duration.ofSeconds(10);

    private final FoldInModelStore store;
    private final PublishedLists published;
    private final FoldInWorkers workers = new FoldInWorkers();
    private final AsyncLoadingCache<Key, Optional<LoadedModel>> models;

    public FoldInModels(FoldInModelStore store, PublishedLists published, MeterRegistry registry) {
        this.store = store;
        this.published = published;
        this.models = Caffeine.newBuilder()
                .maximumSize(MAX_MODELS)
                .expireAfter(new Keeping())
                .recordStats()
                .buildAsync((key, executor) -> load(key).toCompletableFuture());
        CaffeineCacheMetrics.monitor(registry, models, "fold_in_models");
    }

    /** The active model; empty where there is none, or it was published without what makes lists. */
    public CompletionStage<Optional<LoadedModel>> active(TenantId tenant) {
        return published
                .activeModel(tenant)
                .thenCompose(active -> active.isPresent()
                        ? version(tenant, active.get().version())
                        : CompletableFuture.completedStage(Optional.empty()));
    }

    /** The same if it is in memory; else begins to load it. */
    public Optional<LoadedModel> loaded(TenantId tenant, ModelVersion version) {
        CompletableFuture<Optional<LoadedModel>> model = models.get(new Key(tenant, version));
        return model.isDone() && !model.isCompletedExceptionally() ? model.join() : Optional.empty();
    }

    /** The model of a version; empty where it is not there any more. */
    public CompletionStage<Optional<LoadedModel>> version(TenantId tenant, ModelVersion version) {
        return models.get(new Key(tenant, version));
    }

    private CompletionStage<Optional<LoadedModel>> load(Key key) {
        return store.find(key.tenant(), key.version())
                .thenCompose(parts -> parts.isPresent()
                        ? workers.make(() -> Optional.of(unpacked(parts.get())))
                        : CompletableFuture.completedStage(Optional.empty()));
    }

    private LoadedModel unpacked(FoldInParts parts) {
        return new LoadedModel(parts.toModel(), workers);
    }

    private record Key(TenantId tenant, ModelVersion version) {}

    /** A model is kept for as long as it is used, that there is none only for seconds. */
    private static final class Keeping implements Expiry<Key, Optional<LoadedModel>> {
        @Override
        public long expireAfterCreate(Key key, Optional<LoadedModel> model, long now) {
            return (model.isPresent() ? UNUSED : MISSING).toNanos();
        }

        @Override
        public long expireAfterUpdate(Key key, Optional<LoadedModel> model, long now, long left) {
            return expireAfterCreate(key, model, now);
        }

        @Override
        public long expireAfterRead(Key key, Optional<LoadedModel> model, long now, long left) {
            return model.isPresent() ? UNUSED.toNanos() : left;
        }
    }
}
