package dev.tandem.training.recommender;

import dev.tandem.core.settings.IntervalOptions;
import dev.tandem.core.settings.SettingsSource;
import dev.tandem.runtime.job.JobOptions;
import dev.tandem.training.artefact.ModelsOption;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@link TrainRecommenderJob}. The defaults are those that did best on real orders. */
public final class TrainRecommenderOptions implements SettingsSource<TrainRecommenderConfig> {
    /** As good as everything: decay makes of older orders less than a millionth of a new one. */
    private static final Duration TEN_YEARS = Duration.ofDays(3_650);

    @Mixin
    private final JobOptions job = new JobOptions();

    @Mixin
    private final IntervalOptions interval = new IntervalOptions();

    @Mixin
    private final ModelsOption models = new ModelsOption();

    @Option(names = "--als.rank", defaultValue = "64", description = "Components of a user's or item's vector.")
    private int rank;

    @Option(
            names = "--als.regularisation",
            defaultValue = "0.3",
            description = "Penalty on long vectors; 1 and more lets a model collapse where alpha is small.")
    private double regularisation;

    @Option(
            names = "--als.alpha",
            defaultValue = "4",
            description = "What an order of now adds to the confidence of 1 that a missing one has.")
    private double alpha;

    @Option(
            names = "--als.iterations",
            defaultValue = "15",
            description = "How often users and items are solved in turn.")
    private int iterations;

    @Option(
            names = "--als.half-life",
            defaultValue = "P60D",
            description = "The age at which an order counts half, as in P60D.")
    private Duration halfLife = Duration.ZERO;

    @Option(names = "--als.seed", defaultValue = "42", description = "Seed of the vectors that training starts from.")
    private long seed;

    @Option(
            names = "--als.blocks",
            defaultValue = "4",
            description = "Parts that users and items are each cut into; more for more than some million orders.")
    private int blocks;

    @Override
    public TrainRecommenderConfig toSettings() {
        return new TrainRecommenderConfig(
                job.toSettings(),
                interval.toInterval(TEN_YEARS),
                models.toUri(),
                new AlsSettings(rank, regularisation, alpha, iterations, halfLife, seed, blocks));
    }
}
