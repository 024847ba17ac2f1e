package dev.tandem.training.solver;

/** Finds the vectors of one side's rows while the other side's are fixed. Not for concurrent use: it has working space. */
final class RowSolver {
    private final FactorMatrix others;
    private final double[][] gram;
    private final SolverSettings settings;
    private final double[][] matrix;
    private final double[] right;
    private final double[] column;
    private final double[] other;

    /**
     * @param gram {@code others.gram()}, which all solvers of an iteration share; read only
     */
    RowSolver(FactorMatrix others, double[][] gram, SolverSettings settings) {
        this.others = others;
        this.gram = gram;
        this.settings = settings;
        this.matrix = LowerTriangle.zeros(others.rank());
        this.right = new double[others.rank()];
        this.column = new double[others.rank()];
        this.other = new double[others.rank()];
    }

    /**
     * Writes the vector x to {@code target} that minimises, with the vectors y of the other side, the strengths s and
     * the penalty's weight p,
     *
     * <pre>sum over interactions of s * (1 - x·y)²  +  α₀ * sum over all others of (x·y)²  +  p * x·x</pre>
     *
     * <p>Cost: rank² / 2 multiplications an interaction, and rank³ / 6.
     */
    void solve(KnownRow row, float[] target, int offset) {
        begin(settings.penalty(row.others().length, others.rows()));
        for (int i = 0; i < row.others().length; i++) {
            double strength = row.strengths()[i];
            others.copyRow(row.others()[i], other);
            LowerTriangle.addSquare(matrix, other, strength);
            for (int c = 0; c < right.length; c++) {
                right[c] += strength * other[c];
            }
        }
        LowerTriangle.solve(matrix, right, column);
        for (int c = 0; c < right.length; c++) {
            target[offset + c] = (float) right[c];
        }
    }

    /** Sets the equations to those of a row without interactions. */
    private void begin(double penalty) {
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = settings.unobservedWeight() * gram[i][j];
            }
            matrix[i][i] += penalty;
            right[i] = 0;
        }
    }
}
