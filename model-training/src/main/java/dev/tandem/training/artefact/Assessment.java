package dev.tandem.training.artefact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the quality gate made of a model.
 *
 * @param passed whether it may be served
 * @param reasons why, in sentences
 * @param metrics of the model and of what it was compared with, by name; empty where nothing could be held out
 */
public record Assessment(boolean passed, List<String> reasons, Map<String, Double> metrics) {
    private static final String PASSED = "passed";
    private static final String REFUSED = "refused";

    public Assessment {
        reasons = List.copyOf(reasons);
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /** The word for it in the registry. */
    public String verdict() {
        return passed ? PASSED : REFUSED;
    }

    static Assessment of(String verdict, List<String> reasons, Map<String, Double> metrics) {
        return new Assessment(verdict.equals(PASSED), reasons, metrics);
    }
}
