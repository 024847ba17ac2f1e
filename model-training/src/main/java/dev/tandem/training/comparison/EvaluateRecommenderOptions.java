package dev.tandem.training.comparison;

import dev.tandem.core.settings.IntervalOptions;
import dev.tandem.core.settings.SettingsSource;
import dev.tandem.runtime.job.JobOptions;
import dev.tandem.training.recommender.HoldoutOptions;
import dev.tandem.training.recommender.RecommenderOptions;
import dev.tandem.training.recommender.TrainRecommenderOptions;
import java.net.URI;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@link EvaluateRecommenderJob}. */
public final class EvaluateRecommenderOptions implements SettingsSource<EvaluateRecommenderConfig> {
    @Mixin
    private final JobOptions job = new JobOptions();

    @Mixin
    private final IntervalOptions interval = new IntervalOptions();

    @Option(
            names = "--evaluate.reports",
            defaultValue = "var/evaluations",
            description = "Folder of all reports: a path, or a URI such as hdfs://… or s3a://….")
    private URI reports = URI.create("var/evaluations");

    @Mixin
    private final RecommenderOptions recommender = new RecommenderOptions();

    @Mixin
    private final HoldoutOptions holdout = new HoldoutOptions();

    @Override
    public EvaluateRecommenderConfig toSettings() {
        return new EvaluateRecommenderConfig(
                job.toSettings(),
                interval.toInterval(TrainRecommenderOptions.TEN_YEARS),
                reports,
                recommender.toCandidates(),
                recommender.mllib(),
                holdout.toDuration());
    }
}
