package dev.tandem.core.factors;

import dev.tandem.core.topn.ItemFactors;
import java.io.Serializable;
import java.util.Random;

/** The vectors of all users or of all items, a row each. Not changed once made; meant to be broadcast. */
public final class FactorMatrix implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int rank;
    private final float[] values;

    /**
     * @param values component {@code c} of row {@code r} at {@code r * rank + c}; kept
     */
    public FactorMatrix(int rank, float[] values) {
        if (rank < 1 || values.length % rank != 0) {
            throw new IllegalArgumentException(
                    "%d numbers are not a whole number of rows of rank %d".formatted(values.length, rank));
        }
        this.rank = rank;
        this.values = values;
    }

    /** Normally distributed components of variance {@code 0.01 / rank}, so that products are small whatever the rank. */
    public static FactorMatrix random(int rows, int rank, long seed) {
        Random random = new Random(seed);
        float[] values = new float[rows * rank];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (0.1 / Math.sqrt(rank) * random.nextGaussian());
        }
        return new FactorMatrix(rank, values);
    }

    public int rank() {
        return rank;
    }

    public int rows() {
        return values.length / rank;
    }

    /** One component of one row. */
    public float value(int row, int component) {
        return values[row * rank + component];
    }

    /** Copies a row to {@code target}, from {@code offset} on. */
    public void copyRow(int row, float[] target, int offset) {
        System.arraycopy(values, row * rank, target, offset, rank);
    }

    /** The same vectors with one more component at the end of each. */
    public FactorMatrix with(float[] component) {
        float[] longer = new float[values.length + rows()];
        for (int row = 0; row < rows(); row++) {
            copyRow(row, longer, row * (rank + 1));
            longer[row * (rank + 1) + rank] = component[row];
        }
        return new FactorMatrix(rank + 1, longer);
    }

    /** The Euclidean length of a row. */
    public double length(int row) {
        double squares = 0;
        for (int c = 0; c < rank; c++) {
            squares += (double) value(row, c) * value(row, c);
        }
        return Math.sqrt(squares);
    }

    /** The vectors laid out for ranking. */
    public ItemFactors forKernel() {
        return ItemFactors.of(values, rank);
    }

    void copyRow(int row, double[] target) {
        for (int c = 0; c < rank; c++) {
            target[c] = values[row * rank + c];
        }
    }

    /** The lower triangle of this matrix's transpose times itself: row {@code i} has {@code i + 1} numbers. */
    public double[][] gram() {
        double[][] gram = LowerTriangle.zeros(rank);
        double[] row = new double[rank];
        for (int r = 0; r < rows(); r++) {
            copyRow(r, row);
            LowerTriangle.addSquare(gram, row, 1);
        }
        return gram;
    }
}
