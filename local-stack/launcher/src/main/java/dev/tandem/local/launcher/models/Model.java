package dev.tandem.local.launcher.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A row of the registry.
 *
 * @param settings a JSON object, as are rowCounts, metrics and timings
 * @param publishedAt when its lists were completed; empty where it has none
 */
record Model(
        String version,
        String algorithm,
        JsonNode settings,
        Instant intervalStart,
        Instant intervalEnd,
        Instant eventsUntil,
        String artefact,
        JsonNode rowCounts,
        Instant trainedAt,
        Optional<Instant> publishedAt,
        JsonNode metrics,
        JsonNode timings,
        String codeVersion,
        String verdict,
        List<String> reasons) {
    private static final String REFUSED = "refused";

    Model {
        reasons = List.copyOf(reasons);
    }

    boolean isRefused() {
        return verdict.equals(REFUSED);
    }

    /** A metric as it is shown; a dash where there is none. */
    String metric(String name) {
        return metrics.has(name) ? "%.4f".formatted(metrics.get(name).asDouble()) : "-";
    }
}
