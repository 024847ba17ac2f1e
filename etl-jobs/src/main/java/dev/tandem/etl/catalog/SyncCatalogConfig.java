package dev.tandem.etl.catalog;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.etl.changes.SyncLimits;
import dev.tandem.etl.changes.SyncMode;
import dev.tandem.runtime.job.JobConfig;
import dev.tandem.runtime.job.JobSettings;

/**
 * The settings of sync-catalog.
 *
 * @param interval only its end matters: a coupon is live that has not expired by then
 * @param mode INCREMENTAL or FULL: users and items have no time that an interval could choose by
 */
public record SyncCatalogConfig(JobSettings job, DataInterval interval, SyncMode mode, SyncLimits limits)
        implements JobConfig {}
