package dev.tandem.training.publication;

import dev.tandem.core.failure.TandemException;
import dev.tandem.core.interval.DataInterval;
import dev.tandem.runtime.job.JobConfig;
import dev.tandem.runtime.job.JobSettings;

/**
 * What {@link PublishRecommendationsJob} works with.
 *
 * @param model which model to publish
 * @param topN length of a user's list at the most
 * @param topNOfItems length of an item's list at the most
 */
record PublishRecommendationsConfig(
        JobSettings job, DataInterval interval, ModelChoice model, int topN, int topNOfItems) implements JobConfig {
    private static final int MAX_TOP_N = 500;

    PublishRecommendationsConfig {
        check("--top-n", topN);
        check("--top-n-of-items", topNOfItems);
    }

    private static void check(String option, int length) {
        if (length < 1 || length > MAX_TOP_N) {
            throw TandemException.invalid(option, Integer.toString(length), "1 to " + MAX_TOP_N);
        }
    }
}
