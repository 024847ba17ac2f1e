package dev.tandem.training.recommender;

import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.IntervalOptions;
import dev.tandem.core.settings.SettingsSource;
import dev.tandem.runtime.job.JobOptions;
import dev.tandem.training.artefact.ModelsOption;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@link TrainRecommenderJob}. */
public final class TrainRecommenderOptions implements SettingsSource<TrainRecommenderConfig> {
    /** As good as everything: decay makes of older orders less than a millionth of a new one. */
    public static final Duration TEN_YEARS = Duration.ofDays(3_650);

    @Mixin
    private final JobOptions job = new JobOptions();

    @Mixin
    private final IntervalOptions interval = new IntervalOptions();

    @Mixin
    private final ModelsOption models = new ModelsOption();

    @Mixin
    private final RecommenderOptions recommender = new RecommenderOptions();

    @Mixin
    private final HoldoutOptions holdout = new HoldoutOptions();

    @Mixin
    private final GateOptions gate = new GateOptions();

    @Option(
            names = "--evaluate.min-users",
            defaultValue = "50",
            description = "With fewer users to be judged by, a model is not judged and passes the gate, which says so.")
    private int minUsers;

    @Override
    public TrainRecommenderConfig toSettings() {
        if (minUsers < 1) {
            throw TandemException.invalid("--evaluate.min-users", Integer.toString(minUsers), "1 or more");
        }
        return new TrainRecommenderConfig(
                job.toSettings(),
                interval.toInterval(TEN_YEARS),
                models.toUri(),
                recommender.toCandidates(),
                holdout.toDuration(),
                minUsers,
                gate.toGate());
    }
}
