package dev.tandem.training.recommender;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.training.artefact.RegisteredModel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything that a model is made with, apart from purchases.
 *
 * @param halfLife the age at which an order counts half
 */
public record RecommenderSettings(FactorSettings factors, Duration halfLife, BlendSettings blend) {
    public RecommenderSettings {
        SettingChecks.positive("--model.half-life", halfLife);
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
                BlendSettings.of(stored));
    }

    /** The same without what is added to the product of factors. */
    public RecommenderSettings unblended() {
        return new RecommenderSettings(factors, halfLife, blend.none());
    }

    /** The settings by name, in the form in which artefact and registry keep them. */
    public Map<String, Object> byName() {
        Map<String, Object> settings = new LinkedHashMap<>(factors.byName());
        settings.put(RegisteredModel.HALF_LIFE, halfLife.toString());
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
