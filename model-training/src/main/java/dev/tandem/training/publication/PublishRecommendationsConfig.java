package dev.tandem.training.publication;

import dev.tandem.core.failure.TandemException;
import dev.tandem.core.interval.DataInterval;
import dev.tandem.runtime.job.JobConfig;
import dev.tandem.runtime.job.JobSettings;

/**
 * What {@link PublishRecommendationsJob} works with.
 *
 * @param model which model to publish
 * @param topN length of a list at the most
 */
record PublishRecommendationsConfig(JobSettings job, DataInterval interval, ModelChoice model, int topN)
        implements JobConfig {
    private static final int MAX_TOP_N = 500;

    PublishRecommendationsConfig {
        if (topN < 1 || topN > MAX_TOP_N) {
            throw TandemException.invalid("--top-n", Integer.toString(topN), "1 to " + MAX_TOP_N);
        }
    }
}
