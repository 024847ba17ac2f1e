package dev.tandem.training.recommender;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.runtime.job.JobContext;
import dev.tandem.training.artefact.ModelArtefact;
import dev.tandem.training.artefact.RegisteredModel;
import dev.tandem.training.evaluation.Holdout;
import dev.tandem.training.evaluation.TimeSplit;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The part of {@link TrainRecommenderJob} that chooses settings by what came after a split. */
final class CandidateChoice {
    private CandidateChoice() {}

    /**
     * Chooses.
     *
     * @param lines the tenant's order lines, whatever their kind and time
     */
    static Choice make(
            JobContext context, TrainRecommenderConfig config, Dataset<Row> lines, Optional<RegisteredModel> champion) {
        if (config.interval()
                        .start()
                        .plus(config.holdout())
                        .compareTo(config.interval().end())
                >= 0) {
            return Choice.unjudged(
                    config.candidates(),
                    "not judged: the interval is not longer than the holdout of " + config.holdout());
        }
        TimeSplit split = TimeSplit.holdingOut(config.holdout(), config.interval());
        ModelArtefact trial =
                ModelArtefact.of(context.spark(), config.models(), context.tenant(), new ModelVersion("trial"));
        try (Holdout holdout = Holdout.of(lines, split)) {
            long users = holdout.counts().judgedUsers();
            if (users < config.minUsers()) {
                return Choice.unjudged(
                        config.candidates(),
                        "not judged: %d users bought both before %s and after it, and %d are needed"
                                .formatted(users, split.after().start(), config.minUsers()));
            }
            return Choice.among(
                    config.candidates(),
                    champion.map(RecommenderSettings::of),
                    holdout,
                    new Trials(holdout, trial.checkpoints()),
                    config.gate());
        } finally {
            trial.discard();
        }
    }
}
