package dev.tandem.training.cleanup;

import dev.tandem.core.failure.TandemException;
import dev.tandem.core.interval.DataInterval;
import dev.tandem.runtime.job.JobConfig;
import dev.tandem.runtime.job.JobSettings;
import java.net.URI;

/**
 * What {@link CleanUpModelsJob} works with.
 *
 * @param models the folder of all artefacts
 * @param keep how many of the latest models to keep, beside the one that is served and the one that was served before it
 */
record CleanUpModelsConfig(JobSettings job, DataInterval interval, URI models, int keep, Extent extent)
        implements JobConfig {
    private static final int MAX_KEEP = 1_000;

    /** How far to go. */
    enum Extent {
        /** Only say what would go. */
        DRY_RUN,
        DELETE
    }

    CleanUpModelsConfig {
        if (keep < 1 || keep > MAX_KEEP) {
            throw TandemException.invalid("--keep", Integer.toString(keep), "1 to " + MAX_KEEP);
        }
    }
}
