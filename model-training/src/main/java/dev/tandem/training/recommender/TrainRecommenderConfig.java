package dev.tandem.training.recommender;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.runtime.job.JobConfig;
import dev.tandem.runtime.job.JobSettings;
import java.net.URI;

/**
 * What {@link TrainRecommenderJob} works with.
 *
 * @param interval whose orders are learnt from
 * @param models the folder of all artefacts
 */
public record TrainRecommenderConfig(JobSettings job, DataInterval interval, URI models, AlsSettings als)
        implements JobConfig {}
