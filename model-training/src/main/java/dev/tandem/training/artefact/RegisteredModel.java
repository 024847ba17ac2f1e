package dev.tandem.training.artefact;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.training.interactions.OwnHistory;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A trained model as the registry knows it.
 *
 * @param algorithm what made it: {@code ials}, Tandem's own solver, or {@code implicit-als}, MLlib's
 * @param settings what it was made with, by name: numbers and strings
 * @param interval whose orders it was made from
 * @param eventsUntil the time of the latest order that it knows
 * @param artefact the folder of its files
 * @param rowCounts how much it holds: {@link #INTERACTIONS}, {@link #USERS}, {@link #ITEMS}
 * @param trainedAt when the run began that made it
 * @param assessment how good it is, and whether it may be served
 */
public record RegisteredModel(
        TenantId tenant,
        ModelVersion version,
        String algorithm,
        Map<String, Object> settings,
        DataInterval interval,
        Instant eventsUntil,
        URI artefact,
        Map<String, Long> rowCounts,
        Instant trainedAt,
        Assessment assessment,
        Provenance provenance) {
    /** Setting: how much {@link OwnHistory} counts where what was bought before is ranked too; 0 where it is missing. */
    public static final String HISTORY_WEIGHT = "history_weight";

    /** Setting: the age at which an order counts half, as in {@code PT1440H}. */
    public static final String HALF_LIFE = "half_life";

    /** Setting: the same of own history; {@link #HALF_LIFE} where it is missing. */
    public static final String HISTORY_HALF_LIFE = "history_half_life";

    public static final String INTERACTIONS = "interactions";
    public static final String ITEMS = "items";
    public static final String USERS = "users";

    public RegisteredModel {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        rowCounts = Collections.unmodifiableMap(new LinkedHashMap<>(rowCounts));
    }

    /** How many of something the model holds; 0 where it was not counted. */
    public long rowCount(String name) {
        return rowCounts.getOrDefault(name, 0L);
    }

    /** By what to multiply {@link #ownHistory} before adding it to the score of a user and an item. */
    public float historyWeight() {
        return settings.get(HISTORY_WEIGHT) instanceof Number weight ? weight.floatValue() : 0;
    }

    /** What users have bought before, as this model knows it. */
    public OwnHistory ownHistory() {
        if (settings.getOrDefault(HISTORY_HALF_LIFE, settings.get(HALF_LIFE)) instanceof String halfLife) {
            return new OwnHistory(interval, Duration.parse(halfLife));
        }
        throw new TandemException(
                FailureKind.INTERNAL, "Model %s has no setting %s: %s".formatted(version, HALF_LIFE, settings));
    }
}
