package dev.tandem.training.recommender;

import dev.tandem.core.failure.TandemException;
import dev.tandem.training.artefact.RegisteredModel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a model is trained with. The same settings and interactions give the same factors.
 *
 * @param rank number of components of a user's or item's vector
 * @param regularisation weight of the penalty on long vectors; MLlib multiplies it by a user's or item's number of
 *     interactions
 * @param alpha how much an interaction of strength 1 adds to the confidence of 1 that a missing one has
 * @param iterations how often users and items are solved in turn
 * @param halfLife the age at which an order counts half
 * @param seed of the vectors that training starts from
 * @param blocks number of parts that users and items are each cut into; a constant and not the number of cores, because
 *     it decides the order of summation
 */
public record AlsSettings(
        int rank, double regularisation, double alpha, int iterations, Duration halfLife, long seed, int blocks) {
    private static final int MAX_RANK = 512;
    private static final int MAX_ITERATIONS = 200;
    private static final int MAX_BLOCKS = 1_000;

    public AlsSettings {
        checkRange("--als.rank", rank, MAX_RANK);
        checkPositive("--als.regularisation", regularisation);
        checkPositive("--als.alpha", alpha);
        checkRange("--als.iterations", iterations, MAX_ITERATIONS);
        checkRange("--als.blocks", blocks, MAX_BLOCKS);
        if (halfLife.isNegative() || halfLife.isZero()) {
            throw TandemException.invalid("--als.half-life", halfLife.toString(), "a positive duration such as P60D");
        }
    }

    /** The settings by name, in the form in which artefact and registry keep them. */
    public Map<String, Object> byName() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("rank", rank);
        settings.put("regularisation", regularisation);
        settings.put("alpha", alpha);
        settings.put("iterations", iterations);
        settings.put(RegisteredModel.HALF_LIFE, halfLife.toString());
        settings.put("seed", seed);
        settings.put("blocks", blocks);
        return settings;
    }

    private static void checkRange(String field, int value, int max) {
        if (value < 1 || value > max) {
            throw TandemException.invalid(field, Integer.toString(value), "1 to " + max);
        }
    }

    private static void checkPositive(String field, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw TandemException.invalid(field, Double.toString(value), "a number greater than 0");
        }
    }
}
