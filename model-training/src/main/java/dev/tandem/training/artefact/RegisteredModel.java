package dev.tandem.training.artefact;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A trained model as the registry knows it.
 *
 * @param algorithm what made it, {@code implicit-als}
 * @param settings what it was made with, by name: numbers and strings
 * @param interval whose orders it was made from
 * @param eventsUntil the time of the latest order that it knows
 * @param artefact the folder of its files
 * @param rowCounts how much it holds: {@link #INTERACTIONS}, {@link #USERS}, {@link #ITEMS}
 * @param trainedAt when the run began that made it
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
        Instant trainedAt) {
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
}
