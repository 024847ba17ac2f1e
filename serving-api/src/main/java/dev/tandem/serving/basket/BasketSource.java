package dev.tandem.serving.basket;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.recommendation.RankedItem;
import dev.tandem.core.recommendation.RankedItems;
import dev.tandem.core.recommendation.RecommendationSource;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.foldin.FoldInModels;
import dev.tandem.serving.foldin.LoadedModel;
import dev.tandem.serving.ranking.ListSource;
import dev.tandem.serving.ranking.RankedList;
import dev.tandem.serving.ranking.Snapshot;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The list that a model makes of a basket; its stamp is the model's version, because a version makes the same list again. */
record BasketSource(FoldInModels models, TenantId tenant, Basket basket, Clock clock) implements ListSource {
    @Override
    public CompletionStage<Snapshot> load() {
        return models.active(tenant).thenCompose(this::made);
    }

    @Override
    public CompletionStage<Optional<Snapshot>> reload(String stamp) {
        return models.version(tenant, new ModelVersion(stamp))
                .thenCompose(this::made)
                .thenApply(snapshot -> Optional.of(snapshot).filter(found -> !found.isEmpty()));
    }

    @Override
    public Optional<Snapshot> remembered() {
        return Optional.empty();
    }

    private CompletionStage<Snapshot> made(Optional<LoadedModel> model) {
        return model.isPresent()
                ? model.get().rank(basket.history(), Basket.NOW).thenApply(items -> snapshot(model.get(), items))
                : CompletableFuture.completedStage(Snapshot.NONE);
    }

    private Snapshot snapshot(LoadedModel made, List<RankedItem> items) {
        if (items.isEmpty()) {
            return Snapshot.NONE;
        }
        String version = made.model().version().value();
        RankedList list = new RankedList(
                RankedItems.encode(items).getBytes(UTF_8), version, made.model().eventsUntil(), clock.instant());
        return new Snapshot(RecommendationSource.BASKET, version, list);
    }
}
