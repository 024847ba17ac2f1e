package dev.tandem.training.solver;

import dev.tandem.core.factors.RowObjective;
import java.io.Serializable;

/**
 * What {@link ImplicitSolver} works with.
 *
 * @param rank number of components of a vector, at the most
 * @param regularisation weight of the penalty on long vectors, λ
 * @param exponent how the penalty grows with what is known of a row, ν: 1 in proportion, 0 not at all
 * @param unobservedWeight the weight of a missing interaction beside an interaction of strength 1, α₀
 * @param iterations how often users and items are solved in turn
 * @param seed of the items' vectors that the first iteration starts from
 */
public record SolverSettings(
        int rank, double regularisation, double exponent, double unobservedWeight, int iterations, long seed)
        implements Serializable {
    private static final int MIN_RANK = 8;
    private static final int ROWS_A_COMPONENT = 4;

    /**
     * The same settings with a rank that fits a shop: a quarter of its users or items, whichever are fewer, but 8 where that
     * is less. More components than that learn a small shop by heart.
     */
    public SolverSettings bounded(int users, int items) {
        int bound = Math.max(MIN_RANK, Math.min(users, items) / ROWS_A_COMPONENT);
        return new SolverSettings(Math.min(rank, bound), regularisation, exponent, unobservedWeight, iterations, seed);
    }

    /** What each row's vector minimises. */
    public RowObjective objective() {
        return RowObjective.ials(regularisation, exponent, unobservedWeight);
    }
}
