package dev.tandem.training.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A ranker's scores for both targets.
 *
 * @param name what to call it in a table
 */
public record Evaluated(String name, Scores news, Scores all) {
    /** The metrics in one map, {@code new_…} and {@code all_…}. */
    public Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        news.byName().forEach((metric, value) -> metrics.put("new_" + metric, ((Number) value).doubleValue()));
        all.byName().forEach((metric, value) -> metrics.put("all_" + metric, ((Number) value).doubleValue()));
        return metrics;
    }
}
