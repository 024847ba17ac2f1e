package dev.tandem.core.factors;

import java.io.Serializable;

/**
 * What the vector x of one row minimises, with the vectors y of the other side and the strengths s of the row's
 * interactions:
 *
 * <pre>sum over interactions of (a * s * (x·y)² - 2 * (b + a * s) * x·y)  +  α₀ * sum over all others of (x·y)²  +  p * x·x</pre>
 *
 * <p>where the penalty's weight is {@code p = λ * (n + m * others)^ν} for a row with n interactions.
 *
 * @param strengthWeight a
 * @param preferenceOffset b
 * @param unobservedWeight α₀, the weight of a missing interaction
 * @param regularisation λ
 * @param missingWeight m, what a row of the other side counts in the penalty beside an interaction
 * @param exponent ν: 1 for a penalty in proportion to what is known of a row, 0 for one that does not depend on it
 */
public record RowObjective(
        double strengthWeight,
        double preferenceOffset,
        double unobservedWeight,
        double regularisation,
        double missingWeight,
        double exponent)
        implements Serializable {
    /**
     * Rendle, Krichene, Zhang, Koren: Revisiting the Performance of iALS on Item Recommendation Benchmarks (RecSys 2022),
     * equations 1 to 5, up to what does not depend on x.
     *
     * <pre>sum over interactions of s * (1 - x·y)²  +  α₀ * sum over all others of (x·y)²  +  λ * (n + α₀ * others)^ν * x·x</pre>
     */
    public static RowObjective ials(double regularisation, double exponent, double unobservedWeight) {
        return new RowObjective(1, 0, unobservedWeight, regularisation, unobservedWeight, exponent);
    }

    /**
     * MLlib's implicit ALS: confidence {@code 1 + alpha * s} in a preference of 1 for an interaction, of 1 in a preference
     * of 0 for a missing one, and a penalty of {@code regularisation * n}.
     */
    public static RowObjective implicitAls(double regularisation, double alpha) {
        return new RowObjective(alpha, 1, 1, regularisation, 0, 1);
    }

    /** The weight of an interaction's {@code (x·y)²}. */
    double weight(double strength) {
        return strengthWeight * strength;
    }

    /** The weight of an interaction's {@code 2 * x·y}. */
    double preferenceWeight(double strength) {
        return preferenceOffset + strengthWeight * strength;
    }

    /** The penalty's weight for a row with so many interactions, where the other side has so many rows. */
    public double penalty(int interactions, int others) {
        return regularisation * Math.pow(interactions + missingWeight * others, exponent);
    }
}
