package dev.tandem.serving.live;

import dev.tandem.core.recommendation.RecommendationSource;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.published.ActiveModel;
import dev.tandem.serving.published.PublishedLists;
import dev.tandem.serving.ranking.ListSource;
import dev.tandem.serving.ranking.RankedList;
import dev.tandem.serving.ranking.Snapshot;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The list of a user that knows more: the live one unless its watermark is before the active model's; then the batch's.
 *
 * @param batch the user's list by the active model
 */
record NewestSource(LiveLists live, PublishedLists published, TenantId tenant, UserId user, ListSource batch)
        implements ListSource {
    // No model's version begins with it.
    private static final char LIVE = '.';
    private static final CompletionStage<RankedList> NOTHING = CompletableFuture.completedStage(RankedList.NONE);

    @Override
    public CompletionStage<Snapshot> load() {
        CompletionStage<Optional<LiveList>> mine = live.findIfPossible(tenant, user);
        CompletionStage<Optional<ActiveModel>> model = published.activeModel(tenant);
        CompletionStage<Snapshot> others = batch.load();
        return mine.thenCombine(model, (found, active) -> found.filter(list -> list.isOf(watermark(active)))
                        .map(list -> current(list, active))
                        .orElse(NOTHING))
                .thenCompose(newer -> newer)
                .thenCompose(newer -> newer.isEmpty()
                        ? others.thenCombine(mine, this::batchIfAny)
                        : CompletableFuture.completedStage(served(newer)));
    }

    @Override
    public CompletionStage<Optional<Snapshot>> reload(String stamp) {
        return stamp.isEmpty() || stamp.charAt(0) != LIVE
                ? batch.reload(stamp)
                : live.find(tenant, user)
                        .thenCombine(published.activeModel(tenant), (found, active) -> found.map(
                                        list -> current(list, active))
                                .orElse(NOTHING))
                        .thenCompose(current -> current)
                        .thenApply(list -> Optional.of(snapshot(list))
                                .filter(again -> again.stamp().equals(stamp)));
    }

    @Override
    public Optional<Snapshot> remembered() {
        return Optional.empty();
    }

    /** The live list knows events up to its watermark and with it, a model only those before its own. */
    private static Instant watermark(Optional<ActiveModel> active) {
        return active.map(ActiveModel::eventsUntil).orElse(Instant.MIN);
    }

    private CompletionStage<RankedList> current(LiveList list, Optional<ActiveModel> active) {
        return active.isPresent()
                ? live.current(tenant, user, list, active.get().version())
                : CompletableFuture.completedStage(list.list());
    }

    /** The batch's list, or the live one of a user whom the active model does not know. */
    private Snapshot batchIfAny(Snapshot batch, Optional<LiveList> mine) {
        RankedList list = mine.map(LiveList::list).orElse(RankedList.NONE);
        return batch.list().isEmpty() && !list.isEmpty() ? served(list) : batch;
    }

    private Snapshot served(RankedList list) {
        live.served(list);
        return snapshot(list);
    }

    /** A live list is replaced as a whole, so when it was made and what it knows tell it from others. */
    private static Snapshot snapshot(RankedList list) {
        long made = list.generatedAt().orElse(Instant.EPOCH).toEpochMilli();
        long until = list.eventsUntil().orElse(Instant.EPOCH).toEpochMilli();
        return new Snapshot(RecommendationSource.LIVE, ".%d.%d".formatted(made, until), list);
    }
}
