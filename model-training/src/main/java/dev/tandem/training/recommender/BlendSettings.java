package dev.tandem.training.recommender;

import dev.tandem.training.artefact.RegisteredModel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is added to the product of factors.
 *
 * @param popularityWeight how much an item's recent popularity counts, beside the length of the user's vector; 0 for not
 *     at all
 * @param popularityWindow how far back recent popularity looks
 * @param historyWeight how much own history counts where bought items are ranked too; 0 for not at all
 * @param historyHalfLife the age at which an order counts half in own history
 */
public record BlendSettings(
        double popularityWeight, Duration popularityWindow, double historyWeight, Duration historyHalfLife) {
    public BlendSettings {
        SettingChecks.notNegative("--blend.popularity-weight", popularityWeight);
        SettingChecks.positive("--blend.popularity-window", popularityWindow);
        SettingChecks.notNegative("--blend.history-weight", historyWeight);
        SettingChecks.positive("--blend.history-half-life", historyHalfLife);
    }

    /** The same windows with nothing added. */
    public BlendSettings none() {
        return new BlendSettings(0, popularityWindow, 0, historyHalfLife);
    }

    Map<String, Object> byName() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("popularity_weight", popularityWeight);
        settings.put("popularity_window", popularityWindow.toString());
        settings.put(RegisteredModel.HISTORY_WEIGHT, historyWeight);
        settings.put(RegisteredModel.HISTORY_HALF_LIFE, historyHalfLife.toString());
        return settings;
    }

    /** What a model was blended with; nothing where it was trained before there was a blend. */
    static BlendSettings of(StoredSettings stored) {
        return new BlendSettings(
                stored.number("popularity_weight", 0),
                stored.duration("popularity_window", Duration.ofDays(14)),
                stored.number(RegisteredModel.HISTORY_WEIGHT, 0),
                stored.duration(RegisteredModel.HISTORY_HALF_LIFE, stored.duration(RegisteredModel.HALF_LIFE)));
    }
}
