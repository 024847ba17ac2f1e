package dev.tandem.core.factors;

/**
 * Arithmetic on the lower triangle of a symmetric matrix: an array a row, row {@code i} with {@code i + 1} numbers.
 *
 * <p>All inner loops scale one array and add it to another, element by element: the form that HotSpot's auto-vectoriser
 * takes, where it leaves a running sum alone.
 */
final class LowerTriangle {
    private LowerTriangle() {}

    static double[][] zeros(int size) {
        double[][] triangle = new double[size][];
        for (int i = 0; i < size; i++) {
            triangle[i] = new double[i + 1];
        }
        return triangle;
    }

    /** Adds {@code weight * vector * transpose(vector)}. */
    static void addSquare(double[][] triangle, double[] vector, double weight) {
        for (int i = 0; i < triangle.length; i++) {
            double[] row = triangle[i];
            double scaled = weight * vector[i];
            for (int j = 0; j < row.length; j++) {
                row[j] += scaled * vector[j];
            }
        }
    }

    /**
     * Solves {@code triangle * x = right} by Cholesky's decomposition; both are overwritten, {@code right} with x.
     *
     * @param triangle of a positive definite matrix
     * @param column working space as long as {@code right}
     */
    static void solve(double[][] triangle, double[] right, double[] column) {
        decompose(triangle, column);
        substitute(triangle, right);
    }

    /**
     * Solves {@code L * transpose(L) * x = right}, overwriting {@code right} with x.
     *
     * @param triangle L, which {@link #solve} leaves in the place of the matrix
     */
    static void substitute(double[][] triangle, double[] right) {
        int size = triangle.length;
        for (int i = 0; i < size; i++) {
            double[] row = triangle[i];
            double sum = right[i];
            for (int j = 0; j < i; j++) {
                sum -= row[j] * right[j];
            }
            right[i] = sum / row[i];
        }
        for (int i = size - 1; i >= 0; i--) {
            double[] row = triangle[i];
            right[i] /= row[i];
            for (int j = 0; j < i; j++) {
                right[j] -= right[i] * row[j];
            }
        }
    }

    /** Overwrites a triangle with L, where the matrix is L * transpose(L). */
    private static void decompose(double[][] triangle, double[] column) {
        int size = triangle.length;
        for (int k = 0; k < size; k++) {
            double root = Math.sqrt(triangle[k][k]);
            for (int i = k; i < size; i++) {
                column[i] = triangle[i][k] / root;
                triangle[i][k] = column[i];
            }
            triangle[k][k] = root;
            for (int i = k + 1; i < size; i++) {
                double[] row = triangle[i];
                double scaled = column[i];
                for (int j = k + 1; j < row.length; j++) {
                    row[j] -= scaled * column[j];
                }
            }
        }
    }
}
