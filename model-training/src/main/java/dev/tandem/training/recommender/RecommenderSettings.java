package dev.tandem.training.recommender;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.foldin.FoldInSettings;
import dev.tandem.training.artefact.RegisteredModel;
import dev.tandem.training.interactions.EventWeights;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything that a model is made with, apart from what users did.
 *
 * @param halfLife the age at which an order or view counts half
 * @param viewWeight what a view counts beside an order of the same age
 */
public record RecommenderSettings(FactorSettings factors, Duration halfLife, double viewWeight, BlendSettings blend) {
    private static final String VIEW_WEIGHT = "view_weight";

    /** Of models that were trained before views counted: their users' later views do. */
    private static final double DEFAULT_VIEW_WEIGHT = 0.2;

    public RecommenderSettings {
        SettingChecks.positive("--model.half-life", halfLife);
        SettingChecks.notNegative("--model.view-weight", viewWeight);
    }

    /** The settings of a registered model. */
    public static RecommenderSettings of(RegisteredModel model) {
        StoredSettings stored = new StoredSettings(model.settings());
        return new RecommenderSettings(
                switch (model.algorithm()) {
                    case IalsSettings.ALGORITHM -> IalsSettings.of(stored);
                    case AlsSettings.ALGORITHM -> AlsSettings.of(stored);
                    default ->
                        throw new TandemException(
                                FailureKind.INTERNAL,
                                "Model %s was made by an algorithm that this version does not know: %s"
                                        .formatted(model.version(), model.algorithm()));
                },
                stored.duration(RegisteredModel.HALF_LIFE),
                stored.number(VIEW_WEIGHT, DEFAULT_VIEW_WEIGHT),
                BlendSettings.of(stored));
    }

    /** The same without what is added to the product of factors. */
    public RecommenderSettings unblended() {
        return new RecommenderSettings(factors, halfLife, viewWeight, blend.none());
    }

    /** What orders and views count. */
    public EventWeights weights() {
        return new EventWeights(halfLife, viewWeight);
    }

    /** What makes a user's list of the model wherever it is needed. */
    public FoldInSettings foldIn() {
        return new FoldInSettings(
                factors.objective(), viewWeight, halfLife, blend.popularityWeight(), blend.historyWeight());
    }

    /** The settings by name, in the form in which artefact and registry keep them. */
    public Map<String, Object> byName() {
        Map<String, Object> settings = new LinkedHashMap<>(factors.byName());
        settings.put(RegisteredModel.HALF_LIFE, halfLife.toString());
        settings.put(VIEW_WEIGHT, viewWeight);
        settings.putAll(blend.byName());
        return settings;
    }

    /** What to call these settings in a table. */
    public String label() {
        Map<String, Object> settings = new LinkedHashMap<>(byName());
        settings.remove("seed");
        settings.remove("blocks");
        StringBuilder label = new StringBuilder(factors.algorithm());
        settings.forEach(
                (name, value) -> label.append(' ').append(name).append('=').append(value));
        return label.toString();
    }
}
