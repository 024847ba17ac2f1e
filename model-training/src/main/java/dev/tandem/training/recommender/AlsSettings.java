package dev.tandem.training.recommender;

import dev.tandem.core.factors.RowObjective;
import dev.tandem.training.interactions.EventWeights;
import dev.tandem.training.interactions.TrainingSet;
import dev.tandem.training.solver.Factors;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * MLlib's implicit ALS.
 *
 * @param rank number of components of a user's or item's vector
 * @param regularisation weight of the penalty on long vectors; MLlib multiplies it by a user's or item's number of
 *     interactions
 * @param alpha how much an interaction of strength 1 adds to the confidence of 1 that a missing one has
 * @param iterations how often users and items are solved in turn
 * @param seed of the vectors that training starts from
 * @param blocks number of parts that users and items are each cut into; a constant and not the number of cores, because
 *     it decides the order of summation
 */
public record AlsSettings(int rank, double regularisation, double alpha, int iterations, long seed, int blocks)
        implements FactorSettings {
    static final String ALGORITHM = "implicit-als";

    private static final int MAX_BLOCKS = 1_000;

    public AlsSettings {
        SettingChecks.range("--als.rank", rank, SettingChecks.MAX_RANK);
        SettingChecks.positive("--als.regularisation", regularisation);
        SettingChecks.positive("--als.alpha", alpha);
        SettingChecks.range("--als.iterations", iterations, SettingChecks.MAX_ITERATIONS);
        SettingChecks.range("--als.blocks", blocks, MAX_BLOCKS);
    }

    @Override
    public String algorithm() {
        return ALGORITHM;
    }

    @Override
    public Map<String, Object> byName() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("rank", rank);
        settings.put("regularisation", regularisation);
        settings.put("alpha", alpha);
        settings.put("iterations", iterations);
        settings.put("seed", seed);
        settings.put("blocks", blocks);
        return settings;
    }

    @Override
    public RowObjective objective() {
        return RowObjective.implicitAls(regularisation, alpha);
    }

    static AlsSettings of(StoredSettings stored) {
        return new AlsSettings(
                stored.integer("rank"),
                stored.number("regularisation"),
                stored.number("alpha"),
                stored.integer("iterations"),
                stored.whole("seed"),
                stored.integer("blocks"));
    }

    @Override
    public Factors fit(TrainingSet training, EventWeights weights, URI checkpoints) {
        return ImplicitAls.fit(
                training.indexed(weights), training.userCount(), training.itemCount(), this, checkpoints);
    }
}
