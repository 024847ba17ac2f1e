package dev.tandem.training.recommender;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.runtime.job.JobContext;
import dev.tandem.training.artefact.ModelArtefact;
import dev.tandem.training.artefact.RegisteredModel;
import dev.tandem.training.evaluation.Holdout;
import dev.tandem.training.evaluation.TimeSplit;
import dev.tandem.training.interactions.UserEvents;
import java.util.Optional;

/** The part of {@link TrainRecommenderJob} that chooses settings by what came after a split. */
final class CandidateChoice {
    private CandidateChoice() {}

    /**
     * Chooses.
     *
     * @param events of the tenant, of any time
     */
    static Choice make(
            JobContext context, TrainRecommenderConfig config, UserEvents events, Optional<RegisteredModel> champion) {
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
        try (Holdout holdout = Holdout.of(events, split)) {
            long users = holdout.counts().judgedUsers();
            if (users < config.minUsers()) {
                return Choice.unjudged(
                        config.candidates(),
                        "not judged: %d users bought or viewed before %s and bought after it, and %d are needed"
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
