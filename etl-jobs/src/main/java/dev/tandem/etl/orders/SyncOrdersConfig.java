package dev.tandem.etl.orders;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.etl.changes.SyncMode;
import dev.tandem.runtime.job.JobConfig;
import dev.tandem.runtime.job.JobSettings;

/**
 * The settings of sync-orders.
 *
 * @param interval for mode INTERVAL, the span of {@code ordered_at} to copy
 * @param readers how many connections read PostgreSQL at once
 */
public record SyncOrdersConfig(JobSettings job, DataInterval interval, SyncMode mode, int readers)
        implements JobConfig {}
