package dev.tandem.training.evaluation;

import dev.tandem.core.factors.FactorMatrix;
import dev.tandem.core.topn.ItemFactors;
import dev.tandem.core.topn.TopItems;
import dev.tandem.core.topn.TopNKernel;
import dev.tandem.training.solver.Factors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Ranks by the product of users' and items' vectors, with the kernel that makes the published lists. */
public final class FactorRanker implements Ranker {
    private static final long serialVersionUID = 1L;

    /** As published: what has no score above 0 is not listed. */
    private static final float FLOOR = 0;

    private final FactorMatrix users;
    private final FactorMatrix items;
    private final ItemFactors kernelItems;
    private final float historyWeight;

    /** An item with its score for a user. */
    private record Scored(int item, float score) {
        static final Comparator<Scored> BEST_FIRST =
                Comparator.comparing(Scored::score).reversed().thenComparing(Scored::item);
    }

    /**
     * @param historyWeight what a user's own history with an item counts where bought items are ranked too
     */
    public FactorRanker(Factors factors, float historyWeight) {
        this.users = factors.users();
        this.items = factors.items();
        this.kernelItems = factors.items().forKernel();
        this.historyWeight = historyWeight;
    }

    @Override
    public List<int[]> rank(List<HeldOutUser> block, Target target, int n) {
        float[] vectors = new float[block.size() * users.rank()];
        List<int[]> excluded = new ArrayList<>(block.size());
        for (int i = 0; i < block.size(); i++) {
            users.copyRow(block.get(i).user(), vectors, i * users.rank());
            excluded.add(block.get(i).bought());
        }
        List<TopItems> unbought = new TopNKernel(kernelItems, n, FLOOR).rank(vectors, excluded);
        List<int[]> ranked = new ArrayList<>(block.size());
        for (int i = 0; i < block.size(); i++) {
            List<Scored> candidates = scored(unbought.get(i));
            if (target == Target.ALL) {
                candidates.addAll(bought(block.get(i)));
            }
            ranked.add(best(candidates, n));
        }
        return ranked;
    }

    private static List<Scored> scored(TopItems top) {
        List<Scored> scored = new ArrayList<>(top.size());
        for (int place = 0; place < top.size(); place++) {
            scored.add(new Scored(top.item(place), top.score(place)));
        }
        return scored;
    }

    private List<Scored> bought(HeldOutUser user) {
        List<Scored> bought = new ArrayList<>(user.bought().length);
        for (int i = 0; i < user.bought().length; i++) {
            int item = user.bought()[i];
            float score = product(user.user(), item) + historyWeight * user.history()[i];
            if (score > FLOOR) {
                bought.add(new Scored(item, score));
            }
        }
        return bought;
    }

    /** Component by component from the first to the last, as the kernel does. */
    private float product(int user, int item) {
        float product = 0;
        for (int c = 0; c < users.rank(); c++) {
            product += users.value(user, c) * items.value(item, c);
        }
        return product;
    }

    private static int[] best(List<Scored> candidates, int n) {
        return candidates.stream()
                .sorted(Scored.BEST_FIRST)
                .limit(n)
                .mapToInt(Scored::item)
                .toArray();
    }
}
