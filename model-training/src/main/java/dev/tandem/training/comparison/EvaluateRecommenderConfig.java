package dev.tandem.training.comparison;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.runtime.job.JobConfig;
import dev.tandem.runtime.job.JobSettings;
import dev.tandem.training.recommender.RecommenderSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What {@link EvaluateRecommenderJob} works with.
 *
 * @param interval whose orders are learnt from and judged by
 * @param reports the folder of all reports
 * @param candidates the settings to compare
 * @param mllib settings of MLlib's solver, shown beside them
 * @param holdout how much of the interval's end they are judged by
 */
record EvaluateRecommenderConfig(
        JobSettings job,
        DataInterval interval,
        URI reports,
        List<RecommenderSettings> candidates,
        RecommenderSettings mllib,
        Duration holdout)
        implements JobConfig {
    EvaluateRecommenderConfig {
        candidates = List.copyOf(candidates);
    }
}
