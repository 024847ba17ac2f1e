package dev.tandem.serving.foldin;

import dev.tandem.core.foldin.Contribution;
import dev.tandem.core.foldin.FoldIn;
import dev.tandem.core.foldin.FoldInModel;
import dev.tandem.core.foldin.LiveRanker;
import dev.tandem.core.foldin.UserHistory;
import dev.tandem.core.recommendation.RankedItem;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A model in memory. Lists are made by the workers, each with a ranker that no other uses meanwhile. */
public final class LoadedModel {
    /** Length of a list at the most: the longest page and as much again for filters to take away. */
    static final int MAX_ITEMS = 200;

    private final FoldInModel model;
    private final FoldInWorkers workers;
    private final Queue<LiveRanker> idle = new ConcurrentLinkedQueue<>();

    LoadedModel(FoldInModel model, FoldInWorkers workers) {
        this.model = model;
        this.workers = workers;
    }

    /** The model itself. */
    public FoldInModel model() {
        return model;
    }

    /** The list of somebody with this history, best first; see {@link LiveRanker#rank(UserHistory, Instant)}. */
    public CompletionStage<List<RankedItem>> rank(UserHistory history, Instant at) {
        return workers.make(() -> {
            LiveRanker ranker = idle.poll();
            LiveRanker mine = ranker == null ? new LiveRanker(model, MAX_ITEMS) : ranker;
            List<RankedItem> list = mine.rank(history, at);
            idle.add(mine);
            return list;
        });
    }

    /** What each item of a history adds to the score of an item; see {@link FoldIn#explain}. */
    public CompletionStage<List<Contribution>> explain(UserHistory history, Instant at, String itemId) {
        return workers.make(() -> new FoldIn(model).explain(history, at, itemId));
    }
}
