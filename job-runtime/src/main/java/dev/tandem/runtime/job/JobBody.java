package dev.tandem.runtime.job;

/**
 * What a job does for one tenant: read, check, compute, write, report. A report may have a finding, which ends the process
 * with the exit code of a quality gate though everything was done.
 *
 * @param <C> the job's settings
 */
@FunctionalInterface
public interface JobBody<C extends JobConfig> {
    JobReport run(JobContext context, C config);
}
