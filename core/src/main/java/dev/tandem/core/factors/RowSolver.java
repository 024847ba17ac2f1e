package dev.tandem.core.factors;

/** Finds the vectors of one side's rows while the other side's are fixed. Not for concurrent use: it has working space. */
public final class RowSolver {
    private final FactorMatrix others;
    private final double[][] gram;
    private final RowObjective objective;
    private final double[][] matrix;
    private final double[] right;
    private final double[] column;
    private final double[] other;

    /**
     * @param gram {@code others.gram()}, which all solvers of an iteration share; read only
     */
    public RowSolver(FactorMatrix others, double[][] gram, RowObjective objective) {
        this.others = others;
        this.gram = gram;
        this.objective = objective;
        this.matrix = LowerTriangle.zeros(others.rank());
        this.right = new double[others.rank()];
        this.column = new double[others.rank()];
        this.other = new double[others.rank()];
    }

    /**
     * Writes the vector to {@code target} that minimises the objective. Cost: rank² / 2 multiplications an interaction, and
     * rank³ / 6.
     */
    public void solve(KnownRow row, float[] target, int offset) {
        solve(row);
        for (int c = 0; c < right.length; c++) {
            target[offset + c] = (float) right[c];
        }
    }

    /**
     * What each interaction of a row adds to the product of the row's vector and one of the other side's. They add up to
     * the product, and some may be negative. With A the matrix of the row's equations and w the objective's preference
     * weights, the product is {@code sum over interactions j of w_j * y_j · A⁻¹ y_other}: Hu, Koren, Volinsky: Collaborative
     * Filtering for Implicit Feedback Datasets (ICDM 2008), section 5.
     *
     * @param item number of a row of the other side
     * @return in the order of the row's interactions
     */
    public double[] contributions(KnownRow row, int item) {
        solve(row);
        others.copyRow(item, right);
        LowerTriangle.substitute(matrix, right);
        double[] contributions = new double[row.others().length];
        for (int i = 0; i < contributions.length; i++) {
            others.copyRow(row.others()[i], other);
            double product = 0;
            for (int c = 0; c < right.length; c++) {
                product += right[c] * other[c];
            }
            contributions[i] = objective.preferenceWeight(row.strengths()[i]) * product;
        }
        return contributions;
    }

    /** Leaves the vector in {@link #right}, and in {@link #matrix} Cholesky's decomposition of its equations. */
    private void solve(KnownRow row) {
        begin(objective.penalty(row.others().length, others.rows()));
        for (int i = 0; i < row.others().length; i++) {
            double strength = row.strengths()[i];
            others.copyRow(row.others()[i], other);
            LowerTriangle.addSquare(matrix, other, objective.weight(strength));
            double preference = objective.preferenceWeight(strength);
            for (int c = 0; c < right.length; c++) {
                right[c] += preference * other[c];
            }
        }
        LowerTriangle.solve(matrix, right, column);
    }

    /** Sets the equations to those of a row without interactions. */
    private void begin(double penalty) {
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = objective.unobservedWeight() * gram[i][j];
            }
            matrix[i][i] += penalty;
            right[i] = 0;
        }
    }
}
