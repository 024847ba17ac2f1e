package dev.tandem.etl.digest;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.runtime.job.JobConfig;
import dev.tandem.runtime.job.JobSettings;

/**
 * The settings of digest-feedback.
 *
 * @param window the ratings that are counted: those received within it
 * @param demotion which items go down
 */
public record DigestFeedbackConfig(JobSettings job, DataInterval window, Demotion demotion) implements JobConfig {}
