package dev.tandem.training.cleanup;

import dev.tandem.core.settings.IntervalOptions;
import dev.tandem.core.settings.SettingsSource;
import dev.tandem.runtime.job.JobOptions;
import dev.tandem.training.artefact.ModelsOption;
import dev.tandem.training.cleanup.CleanUpModelsConfig.Extent;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@link CleanUpModelsJob}. */
public final class CleanUpModelsOptions implements SettingsSource<CleanUpModelsConfig> {
    /** The job reads no interval. */
    private static final Duration ANY_LENGTH = Duration.ofDays(1);

    @Mixin
    private final JobOptions job = new JobOptions();

    @Mixin
    private final IntervalOptions interval = new IntervalOptions();

    @Mixin
    private final ModelsOption models = new ModelsOption();

    @Option(
            names = "--keep",
            defaultValue = "5",
            description =
                    "How many of the latest models to keep, beside the one served and the one before it, 1 to 1000.")
    private int keep;

    @Option(names = "--dry-run", defaultValue = "false", description = "Deletes nothing; says what would go.")
    private boolean dryRun;

    @Override
    public CleanUpModelsConfig toSettings() {
        return new CleanUpModelsConfig(
                job.toSettings(),
                interval.toInterval(ANY_LENGTH),
                models.toUri(),
                keep,
                dryRun ? Extent.DRY_RUN : Extent.DELETE);
    }
}
