package dev.tandem.local.launcher.syntheticshop;

import java.util.Arrays;
import java.util.SplittableRandom;

/** A draw of one of n choices with given weights. */
public final class WeightedDraw {
    private final double[] cumulated;

    /** Weights are zero or more, one of them at least above zero. */
    public WeightedDraw(double[] weights) {
        cumulated = weights.clone();
        Arrays.parallelPrefix(cumulated, Double::sum);
    }

    double total() {
        return cumulated[cumulated.length - 1];
    }

    /** The number of the choice, beginning with 0. */
    public int draw(SplittableRandom random) {
        int found = Arrays.binarySearch(cumulated, random.nextDouble() * total());
        int index = found >= 0 ? found + 1 : -found - 1;
        return Math.min(index, cumulated.length - 1);
    }
}
