package dev.tandem.core.foldin;

import dev.tandem.core.factors.FactorMatrix;
import dev.tandem.core.factors.KnownRow;
import dev.tandem.core.factors.RowSolver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds users' vectors from a model and their histories. For a user that training knew, with the same history and instant,
 * the vector is that of training to the precision of a float. Not for use by several threads at once; making one is cheap,
 * as all that is large belongs to the model.
 */
public final class FoldIn {
    private final FoldInModel model;
    private final RowSolver solver;

    public FoldIn(FoldInModel model) {
        this.model = model;
        this.solver =
                new RowSolver(model.vectors(), model.gram(), model.settings().objective());
    }

    /**
     * A user's vector. Cost: rank² / 2 multiplications for each distinct item of the history, and rank³ / 6.
     *
     * @param at the instant from which the ages of events are measured
     * @return a number for each component, and how much an item's bias counts for the user; empty where the model knows
     *     nothing of what the user did
     */
    public Optional<float[]> vector(UserHistory history, Instant at) {
        KnownRow known = known(history, at);
        if (known.others().length == 0) {
            return Optional.empty();
        }
        float[] vector = new float[model.rank()];
        solver.solve(known, vector, 0);
        double length = new FactorMatrix(model.rank(), vector).length(0);
        float[] withBiasWeight = new float[model.rank() + 1];
        System.arraycopy(vector, 0, withBiasWeight, 0, vector.length);
        withBiasWeight[vector.length] = (float) (model.settings().popularityWeight() * length);
        return Optional.of(withBiasWeight);
    }

    /**
     * What each item of a user's history adds to the score of an item, the greatest first: Hu, Koren, Volinsky:
     * Collaborative Filtering for Implicit Feedback Datasets (ICDM 2008), section 5. The item's popularity, which the score
     * on a list has too, is not among it.
     *
     * @param itemId an item, of the history or not
     * @return an entry for each item of the history that the model knows and that has not faded; none where the model does
     *     not know {@code itemId}
     */
    public List<Contribution> explain(UserHistory history, Instant at, String itemId) {
        OptionalInt item = model.index(itemId);
        KnownRow known = known(history, at);
        if (item.isEmpty() || known.others().length == 0) {
            return List.of();
        }
        double[] scores = solver.contributions(known, item.getAsInt());
        List<Contribution> contributions = new ArrayList<>(scores.length);
        for (int i = 0; i < scores.length; i++) {
            contributions.add(
                    new Contribution(model.items().get(known.others()[i]).id(), scores[i]));
        }
        contributions.sort(
                Comparator.comparingDouble(Contribution::score).reversed().thenComparing(Contribution::itemId));
        return contributions;
    }

    /** As training has it: ascending by index, strengths as floats. */
    private KnownRow known(UserHistory history, Instant at) {
        SortedMap<Integer, Double> byIndex = new TreeMap<>();
        Strengths.of(
                        history.events(),
                        at,
                        model.settings().halfLife(),
                        model.settings().viewWeight())
                .forEach((item, strength) -> model.index(item).ifPresent(index -> byIndex.put(index, strength)));
        int[] items = new int[byIndex.size()];
        float[] strengths = new float[items.length];
        int i = 0;
        for (Map.Entry<Integer, Double> entry : byIndex.entrySet()) {
            items[i] = entry.getKey();
            strengths[i++] = entry.getValue().floatValue();
        }
        return new KnownRow(0, items, strengths);
    }
}
