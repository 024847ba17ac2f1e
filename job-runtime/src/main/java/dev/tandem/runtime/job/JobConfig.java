package dev.tandem.runtime.job;

/** What every job is configured with; a job's own record carries it beside what is its own. */
public interface JobConfig {
    JobSettings job();

    /** Where the job finds Kafka: addresses of brokers; empty for a job that has nothing to do with it. */
    default String brokers() {
        return "";
    }
}
