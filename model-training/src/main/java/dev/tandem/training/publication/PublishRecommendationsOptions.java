package dev.tandem.training.publication;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.settings.IntervalOptions;
import dev.tandem.core.settings.SettingsSource;
import dev.tandem.runtime.job.JobOptions;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@link PublishRecommendationsJob}. */
final class PublishRecommendationsOptions implements SettingsSource<PublishRecommendationsConfig> {
    /** The job reads no interval; its end alone counts. */
    private static final Duration ANY_LENGTH = Duration.ofDays(1);

    private static final String LATEST = "latest";

    @Mixin
    private final JobOptions job = new JobOptions();

    @Mixin
    private final IntervalOptions interval = new IntervalOptions();

    @Option(
            names = "--model-version",
            defaultValue = LATEST,
            description =
                    "The model to publish; 'latest' is the one trained on the latest interval up to this one's end.")
    private String modelVersion = LATEST;

    @Option(names = "--top-n", defaultValue = "100", description = "Length of a user's list at the most, 1 to 500.")
    private int topN;

    @Option(
            names = "--top-n-of-items",
            defaultValue = "50",
            description = "Length of an item's lists at the most, 1 to 500.")
    private int topNOfItems;

    @Override
    public PublishRecommendationsConfig toSettings() {
        DataInterval given = interval.toInterval(ANY_LENGTH);
        ModelChoice model = modelVersion.equals(LATEST)
                ? new ModelChoice.Latest(given.end())
                : new ModelChoice.Exactly(new ModelVersion(modelVersion));
        return new PublishRecommendationsConfig(job.toSettings(), given, model, topN, topNOfItems);
    }
}
