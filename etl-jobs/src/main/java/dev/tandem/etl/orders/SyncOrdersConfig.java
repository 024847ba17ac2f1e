package dev.tandem.etl.orders;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.etl.changes.SyncLimits;
import dev.tandem.etl.changes.SyncMode;
import dev.tandem.runtime.job.JobConfig;
import dev.tandem.runtime.job.JobSettings;

/**
 * The settings of sync-orders.
 *
 * @param interval for mode INTERVAL, the span of {@code ordered_at} to copy
 */
public record SyncOrdersConfig(JobSettings job, DataInterval interval, SyncMode mode, SyncLimits limits)
        implements JobConfig {}
