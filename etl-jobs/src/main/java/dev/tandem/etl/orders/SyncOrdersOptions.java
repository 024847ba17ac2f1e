package dev.tandem.etl.orders;

import dev.tandem.core.settings.IntervalOptions;
import dev.tandem.core.settings.SettingsSource;
import dev.tandem.etl.changes.SyncLimitOptions;
import dev.tandem.etl.changes.SyncMode;
import dev.tandem.runtime.job.JobOptions;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@link SyncOrdersConfig}. */
final class SyncOrdersOptions implements SettingsSource<SyncOrdersConfig> {
    @Mixin
    private final JobOptions job = new JobOptions();

    @Mixin
    private final IntervalOptions interval = new IntervalOptions();

    @Option(
            names = "--mode",
            defaultValue = "incremental",
            description =
                    "incremental: what changed since the last run; full: everything, and what is too much in Cassandra is"
                            + " deleted; interval: what was ordered within the data interval.")
    private SyncMode mode = SyncMode.INCREMENTAL;

    @Mixin
    private final SyncLimitOptions limits = new SyncLimitOptions();

    @Override
    public SyncOrdersConfig toSettings() {
        return new SyncOrdersConfig(
                job.toSettings(), interval.toInterval(Duration.ofDays(1)), mode, limits.toSettings());
    }
}
