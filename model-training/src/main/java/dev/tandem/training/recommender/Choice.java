package dev.tandem.training.recommender;

import dev.tandem.training.artefact.Assessment;
import dev.tandem.training.evaluation.Comparison;
import dev.tandem.training.evaluation.Evaluated;
import dev.tandem.training.evaluation.Holdout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings that a model is made with, and what the gate makes of them.
 *
 * @param comparison what they were compared with; empty where nothing could be held out
 */
record Choice(RecommenderSettings settings, Assessment assessment, Optional<Comparison> comparison) {
    /*
     * The champion is judged by its settings: they are trained on the same purchases as the candidates' and scored by the
     * same later ones. Its own factors know what is held out, so that scoring them would favour it.
     */

    /** A candidate with its scores. */
    private record Tried(RecommenderSettings settings, Evaluated evaluated) {
        /** By lists of what is new; candidates that differ in their history weight alone are equal there. */
        static final Comparator<Tried> BY_QUALITY = Comparator.<Tried>comparingDouble(
                        tried -> tried.evaluated().news().ndcgAt10())
                .thenComparing(tried -> tried.evaluated().all().ndcgAt10());
    }

    /** The first candidate, unjudged. */
    static Choice unjudged(List<RecommenderSettings> candidates, String why) {
        return new Choice(candidates.get(0), new Assessment(true, List.of(why), Map.of()), Optional.empty());
    }

    /**
     * The best candidate. Of equals the first.
     *
     * @param champion the settings of the model that is served
     */
    static Choice among(
            List<RecommenderSettings> candidates,
            Optional<RecommenderSettings> champion,
            Holdout holdout,
            Trials trials,
            Gate gate) {
        List<Tried> tried = new ArrayList<>();
        for (RecommenderSettings candidate : candidates) {
            tried.add(new Tried(candidate, trials.of(candidate.label(), candidate)));
        }
        Tried best = tried.stream()
                .reduce((one, other) -> Tried.BY_QUALITY.compare(other, one) > 0 ? other : one)
                .orElseThrow();
        Optional<Evaluated> championScores = champion.map(settings -> evaluated(settings, tried, trials));
        Evaluated popularity = trials.popularity(best.settings().blend().historyHalfLife());
        Gate.Verdict verdict = gate.judge(best.evaluated(), popularity, championScores);
        List<Evaluated> all = new ArrayList<>();
        all.add(popularity);
        championScores.ifPresent(all::add);
        tried.forEach(candidate -> all.add(candidate.evaluated()));
        return new Choice(
                best.settings(),
                new Assessment(
                        verdict.passed(), verdict.reasons(), metrics(best.evaluated(), popularity, championScores)),
                Optional.of(new Comparison(holdout.split(), holdout.counts(), all)));
    }

    private static Evaluated evaluated(RecommenderSettings champion, List<Tried> tried, Trials trials) {
        String name = "champion's settings";
        return tried.stream()
                .filter(candidate -> candidate.settings().equals(champion))
                .findFirst()
                .map(same -> new Evaluated(
                        name, same.evaluated().news(), same.evaluated().all()))
                .orElseGet(() -> trials.of(name, champion));
    }

    private static Map<String, Double> metrics(Evaluated best, Evaluated popularity, Optional<Evaluated> champion) {
        Map<String, Double> metrics = new LinkedHashMap<>(best.metrics());
        popularity.metrics().forEach((name, value) -> metrics.put("popularity_" + name, value));
        champion.ifPresent(scores -> scores.metrics().forEach((name, value) -> metrics.put("champion_" + name, value)));
        return metrics;
    }
}
