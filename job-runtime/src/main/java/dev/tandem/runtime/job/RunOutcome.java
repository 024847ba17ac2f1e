package dev.tandem.runtime.job;

import dev.tandem.core.failure.FailureKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How a job went for its tenants. */
final class RunOutcome {
    /** Least bad first: what a later run may cure by itself stands before what a person must mend. */
    private static final List<FailureKind> BY_SEVERITY = List.of(
            FailureKind.QUALITY_GATE,
            FailureKind.DEPENDENCY,
            FailureKind.INPUT,
            FailureKind.CONFIGURATION,
            FailureKind.INTERNAL);

    private final List<FailureKind> failures = new ArrayList<>();
    private int done;
    private boolean isAnythingFound;

    void done() {
        done++;
    }

    void failed(FailureKind kind) {
        failures.add(kind);
    }

    /** A job did all that it can, and has found what a person must look at. */
    void found() {
        isAnythingFound = true;
    }

    /**
     * That of the worst failure; 0 where there is none. A model that is not good enough is a failure only where no tenant
     * has anything new: what follows in the night still has work to do for the others. What was found for one tenant, however, is not mended by
     * what went well for others.
     */
    int exitCode() {
        return failures.stream()
                .filter(kind -> kind != FailureKind.QUALITY_GATE || done == 0)
                .max(Comparator.comparing(BY_SEVERITY::indexOf))
                .map(FailureKind::exitCode)
                .orElse(isAnythingFound ? FailureKind.QUALITY_GATE.exitCode() : 0);
    }
}
