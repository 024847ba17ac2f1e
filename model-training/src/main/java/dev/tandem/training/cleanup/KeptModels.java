package dev.tandem.training.cleanup;

import dev.tandem.core.recommendation.ModelVersion;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which models stay, and which go. */
final class KeptModels {
    private static final Comparator<ModelRecord> LATEST_FIRST = Comparator.comparing(ModelRecord::intervalEnd)
            .thenComparing(ModelRecord::trainedAt)
            .reversed()
            .thenComparing(model -> model.version().value());

    private KeptModels() {}

    /**
     * The models that can go: all but the one that is served, the one that was served before it, and the latest.
     *
     * @param models of one tenant, those of which something is left
     * @param inUse the version that is served now, and the one that a rollback would serve
     * @param keep how many of the latest to keep
     * @return oldest first
     */
    static List<ModelRecord> expendable(List<ModelRecord> models, Set<ModelVersion> inUse, int keep) {
        Set<ModelVersion> kept = new HashSet<>(inUse);
        models.stream().sorted(LATEST_FIRST).limit(keep).forEach(latest -> kept.add(latest.version()));
        return models.stream()
                .filter(model -> !kept.contains(model.version()))
                .sorted(LATEST_FIRST.reversed())
                .toList();
    }
}
