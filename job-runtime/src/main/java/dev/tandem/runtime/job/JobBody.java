package dev.tandem.runtime.job;

/**
 * What a job does for one tenant: read, check, compute, write, report.
 *
 * @param <C> the job's settings
 */
@FunctionalInterface
public interface JobBody<C extends JobConfig> {
    JobReport run(JobContext context, C config);
}
