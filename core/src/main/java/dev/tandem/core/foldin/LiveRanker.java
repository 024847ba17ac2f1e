package dev.tandem.core.foldin;

import dev.tandem.core.recommendation.RankedItem;
import dev.tandem.core.topn.TopItems;
import dev.tandem.core.topn.TopNKernel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes users' lists of what is new to them from a model and their histories, as publication makes them from the users'
 * trained vectors. Not for use by several threads at once; one for each thread, kept as long as the model is used: making
 * one lays the items out anew where the JVM has vector instructions.
 */
public final class LiveRanker {
    /** As published: what has no score above 0 is not listed. */
    private static final float FLOOR = 0;

    private final FoldInModel model;
    private final FoldIn foldIn;
    private final TopNKernel kernel;

    /**
     * @param n length of a list at the most, 1 or more
     */
    public LiveRanker(FoldInModel model, int n) {
        this.model = model;
        this.foldIn = new FoldIn(model);
        this.kernel = new TopNKernel(model.ranked(), n, FLOOR);
    }

    public FoldInModel model() {
        return model;
    }

    /**
     * One user's list.
     *
     * @param at the instant from which the ages of events are measured
     * @return best first, without what the user has bought; empty where the model knows nothing of what the user did
     */
    public List<RankedItem> rank(UserHistory history, Instant at) {
        return rank(List.of(history), at).get(0);
    }

    /**
     * The lists of several users, which together cost less than one by one.
     *
     * @param at the instant from which the ages of events are measured
     * @return a list for each of {@code histories}, in their order
     */
    public List<List<RankedItem>> rank(List<UserHistory> histories, Instant at) {
        int rank = model.rank() + 1;
        float[] vectors = new float[histories.size() * rank];
        List<int[]> excluded = new ArrayList<>(histories.size());
        for (int user = 0; user < histories.size(); user++) {
            // A user of whom nothing is known has a vector of zeros, and so no score above 0.
            Optional<float[]> vector = foldIn.vector(histories.get(user), at);
            if (vector.isPresent()) {
                System.arraycopy(vector.get(), 0, vectors, user * rank, rank);
            }
            excluded.add(purchased(histories.get(user)));
        }
        return kernel.rank(vectors, excluded).stream().map(this::list).toList();
    }

    /** What each item of a user's history adds to the score of an item; see {@link FoldIn#explain}. */
    public List<Contribution> explain(UserHistory history, Instant at, String itemId) {
        return foldIn.explain(history, at, itemId);
    }

    private int[] purchased(UserHistory history) {
        return history.purchased().stream()
                .flatMapToInt(item -> model.index(item).stream())
                .map(model::rankedNumber)
                .filter(number -> number >= 0)
                .sorted()
                .toArray();
    }

    private List<RankedItem> list(TopItems top) {
        List<RankedItem> list = new ArrayList<>(top.size());
        for (int place = 0; place < top.size(); place++) {
            FoldInItem item = model.rankedItem(top.item(place));
            list.add(new RankedItem(item.id(), top.score(place), item.name(), item.category()));
        }
        return list;
    }
}
