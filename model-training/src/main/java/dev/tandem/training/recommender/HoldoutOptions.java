package dev.tandem.training.recommender;

import java.time.Duration;
import picocli.CommandLine.Option;

/** The options of what an evaluation holds out, for jobs to mix in. */
public final class HoldoutOptions {
    @Option(
            names = "--evaluate.holdout",
            defaultValue = "P31D",
            description = "How much of the interval's end models are judged by, as in P31D.")
    private Duration holdout = Duration.ZERO;

    public Duration toDuration() {
        SettingChecks.positive("--evaluate.holdout", holdout);
        return holdout;
    }
}
