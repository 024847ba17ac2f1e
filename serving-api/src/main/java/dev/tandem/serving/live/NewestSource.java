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

    @Override
    public CompletionStage<Snapshot> load() {
        CompletionStage<Optional<RankedList>> mine = live.findIfPossible(tenant, user);
        CompletionStage<Snapshot> others = batch.load();
        return mine.thenCombine(published.activeModel(tenant), NewestSource::ifNewer)
                .thenCompose(newer -> newer.isPresent()
                        ? CompletableFuture.completedStage(served(newer.get()))
                        : others.thenCombine(mine, this::batchIfAny));
    }

    @Override
    public CompletionStage<Optional<Snapshot>> reload(String stamp) {
        return stamp.isEmpty() || stamp.charAt(0) != LIVE
                ? batch.reload(stamp)
                : live.find(tenant, user).thenApply(found -> found.map(NewestSource::snapshot)
                        .filter(current -> current.stamp().equals(stamp)));
    }

    @Override
    public Optional<Snapshot> remembered() {
        return Optional.empty();
    }

    /*
     * Which model made the live list does not matter: what the user did last matters more than which model knows it. The
     * live list knows events up to its watermark and with it, a model only those before its own.
     */
    private static Optional<RankedList> ifNewer(Optional<RankedList> live, Optional<ActiveModel> active) {
        Instant watermark = active.map(ActiveModel::eventsUntil).orElse(Instant.MIN);
        return live.filter(list ->
                list.eventsUntil().filter(until -> !until.isBefore(watermark)).isPresent());
    }

    /** The batch's list, or the live one of a user whom the active model does not know. */
    private Snapshot batchIfAny(Snapshot batch, Optional<RankedList> live) {
        return batch.list().isEmpty() ? live.map(this::served).orElse(batch) : batch;
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
