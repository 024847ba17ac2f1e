package dev.tandem.serving.live;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.history.HistoryStore;
import dev.tandem.serving.history.ItemView;
import dev.tandem.serving.published.ListKind;
import dev.tandem.serving.published.PublishedLists;
import dev.tandem.serving.ranking.ListSource;
import dev.tandem.serving.ranking.RankedList;
import dev.tandem.serving.ranking.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** What is similar to what users looked at last, for those who have no list of their own. */
public final class SimilarToViewed {
    private static final int MAX_ITEMS = 10;

    private final HistoryStore history;
    private final PublishedLists published;

    public SimilarToViewed(HistoryStore history, PublishedLists published) {
        this.history = history;
        this.published = published;
    }

    /** The similar items of a user's latest views as a source of answers, without what was viewed. */
    ListSource source(TenantId tenant, UserId user, Supplier<CompletionStage<Set<String>>> unwanted) {
        return new SimilarSource(this, tenant, user, unwanted);
    }

    /** The list by the active model and all views. */
    CompletionStage<Snapshot> load(TenantId tenant, UserId user) {
        return published
                .activeModel(tenant)
                .thenCompose(model -> model.isPresent()
                        ? load(tenant, user, model.get().version(), Instant.MAX)
                        : CompletableFuture.completedStage(Snapshot.NONE));
    }

    /** The list by a model's version and the views up to an instant. */
    CompletionStage<Snapshot> load(TenantId tenant, UserId user, ModelVersion version, Instant until) {
        return history.find(tenant, user).thenCompose(latest -> {
            List<ItemView> seen = latest.views().stream()
                    .filter(view -> !view.viewedAt().isAfter(until))
                    .toList();
            return seen.isEmpty() ? CompletableFuture.completedStage(Snapshot.NONE) : merged(tenant, version, seen);
        });
    }

    private CompletionStage<Snapshot> merged(TenantId tenant, ModelVersion version, List<ItemView> seen) {
        List<String> items =
                seen.stream().map(ItemView::itemId).distinct().limit(MAX_ITEMS).toList();
        List<CompletableFuture<Optional<RankedList>>> lists = items.stream()
                .map(item ->
                        published.find(tenant, version, ListKind.SIMILAR, item).toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(lists.toArray(CompletableFuture<?>[]::new))
                .thenApply(all -> lists.stream()
                        .map(CompletableFuture::join)
                        .flatMap(Optional::stream)
                        .toList())
                .thenApply(similar -> TakingTurns.merge(similar, Set.copyOf(items)))
                .thenApply(merged -> SimilarSource.snapshot(version, seen.get(0).viewedAt(), merged));
    }
}
