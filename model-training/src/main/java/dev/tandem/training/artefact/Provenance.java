package dev.tandem.training.artefact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a model came about.
 *
 * @param codeVersion of the code that trained it
 * @param timings how long the steps took, in milliseconds
 */
public record Provenance(String codeVersion, Map<String, Long> timings) {
    public Provenance {
        timings = Collections.unmodifiableMap(new LinkedHashMap<>(timings));
    }
}
