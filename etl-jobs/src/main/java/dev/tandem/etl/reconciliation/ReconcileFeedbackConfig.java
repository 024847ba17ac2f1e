package dev.tandem.etl.reconciliation;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.runtime.job.JobConfig;
import dev.tandem.runtime.job.JobSettings;
import java.time.Duration;

/**
 * The settings of reconcile-feedback.
 *
 * @param interval feedback that was received within it; its end is what "now" means
 * @param grace how long an answer may take: what is younger at the interval's end is not judged
 * @param retries when an offer without an acknowledgement is sent again
 */
public record ReconcileFeedbackConfig(
        JobSettings job, KafkaSettings kafka, DataInterval interval, Duration grace, RetrySchedule retries)
        implements JobConfig {
    @Override
    public String brokers() {
        return kafka.bootstrapServers();
    }

    /** The receipts of the feedback that is judged. */
    DataInterval judged() {
        return new DataInterval(interval.start(), interval.end().minus(grace));
    }

    /** What is done about a feedback. */
    Rules rules() {
        return new Rules(interval.end(), grace, retries);
    }
}
