package dev.tandem.training.recommender;

import dev.tandem.training.baselines.Baselines;
import dev.tandem.training.evaluation.Evaluated;
import dev.tandem.training.evaluation.Holdout;
import dev.tandem.training.evaluation.Ranker;
import dev.tandem.training.evaluation.Target;
import dev.tandem.training.interactions.EventWeights;
import dev.tandem.training.solver.Factors;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Trains on what was bought and viewed before a split and judges by what was bought after it. */
public final class Trials {
    private final Holdout holdout;
    private final URI checkpoints;
    private final Map<Trained, Factors> latest = new HashMap<>();

    /** What decides factors. */
    private record Trained(FactorSettings factors, EventWeights weights) {}

    /**
     * @param checkpoints a folder that all executors see
     */
    public Trials(Holdout holdout, URI checkpoints) {
        this.holdout = holdout;
        this.checkpoints = checkpoints;
    }

    /** Scores of a model with these settings. Settings that differ in their blend alone, one after the other, are cheap. */
    public Evaluated of(String name, RecommenderSettings settings) {
        Recommender recommender = Recommender.of(
                factors(new Trained(settings.factors(), settings.weights())), holdout.training(), settings.blend());
        return of(name, recommender.ranker(), settings.blend().historyHalfLife());
    }

    /** Scores of any ranker. */
    public Evaluated of(String name, Ranker ranker, Duration historyHalfLife) {
        return new Evaluated(
                name,
                holdout.score(ranker, Target.NEW, historyHalfLife),
                holdout.score(ranker, Target.ALL, historyHalfLife));
    }

    /** Scores of the items that most users had bought, whenever that was. */
    public Evaluated popularity(Duration historyHalfLife) {
        Ranker popularity =
                Baselines.popularity(holdout.buyers(), holdout.training().userCount());
        return of("popularity, all time", popularity, historyHalfLife);
    }

    private Factors factors(Trained wanted) {
        // Only the latest: a large shop's factors are too many to keep for each candidate.
        latest.keySet().retainAll(Set.of(wanted));
        return latest.computeIfAbsent(
                wanted, trained -> trained.factors().fit(holdout.training(), trained.weights(), checkpoints));
    }
}
