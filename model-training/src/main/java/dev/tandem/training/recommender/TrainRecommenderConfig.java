package dev.tandem.training.recommender;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.runtime.job.JobConfig;
import dev.tandem.runtime.job.JobSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What {@link TrainRecommenderJob} works with.
 *
 * @param interval whose orders are learnt from
 * @param models the folder of all artefacts
 * @param candidates the settings to choose from, one or more
 * @param holdout how much of the interval's end they are judged by
 * @param minUsers by how many users they must be judged at least to be judged at all
 */
public record TrainRecommenderConfig(
        JobSettings job,
        DataInterval interval,
        URI models,
        List<RecommenderSettings> candidates,
        Duration holdout,
        int minUsers,
        Gate gate)
        implements JobConfig {
    public TrainRecommenderConfig {
        candidates = List.copyOf(candidates);
    }
}
