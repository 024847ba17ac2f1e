package dev.tandem.etl.bestsellers;

import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.IntervalOptions;
import dev.tandem.core.settings.SettingsSource;
import dev.tandem.runtime.job.JobOptions;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@link BuildBestSellersConfig}. */
final class BuildBestSellersOptions implements SettingsSource<BuildBestSellersConfig> {
    @Mixin
    private final JobOptions job = new JobOptions();

    @Mixin
    private final IntervalOptions interval = new IntervalOptions();

    @Option(names = "--limit", defaultValue = "100", description = "Items of a list at the most, 1 to 1000.")
    private int limit;

    @Override
    public BuildBestSellersConfig toSettings() {
        if (limit < 1 || limit > 1000) {
            throw TandemException.invalid("--limit", Integer.toString(limit), "1 to 1000");
        }
        return new BuildBestSellersConfig(job.toSettings(), interval.toInterval(Duration.ofDays(1)), limit);
    }
}
