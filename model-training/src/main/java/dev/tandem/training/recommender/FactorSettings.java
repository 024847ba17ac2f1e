package dev.tandem.training.recommender;

import dev.tandem.core.factors.RowObjective;
import dev.tandem.training.interactions.EventWeights;
import dev.tandem.training.interactions.TrainingSet;
import dev.tandem.training.solver.Factors;
import java.net.URI;
import java.util.Map;

/** Which way factors are found, and with what settings. The same settings and events give the same factors. */
public sealed interface FactorSettings permits IalsSettings, AlsSettings {
    /** The name under which the registry keeps it. */
    String algorithm();

    /** The settings by name, in the form in which artefact and registry keep them. */
    Map<String, Object> byName();

    /** What the vector of each user minimises, the items' being fixed. */
    RowObjective objective();

    /**
     * Finds the factors.
     *
     * @param checkpoints a folder that all executors see
     */
    Factors fit(TrainingSet training, EventWeights weights, URI checkpoints);
}
