package dev.tandem.training.recommender;

import dev.tandem.training.evaluation.Evaluated;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a model has to reach before it may be served, measured on lists of what is new to users, and beside the champion on
 * both lists.
 *
 * @param maxLoss by which share of the champion's NDCG@10 the model's may be lower, 0 to 1
 * @param minLift how many times the NDCG@10 of all-time popularity it must reach
 * @param minCoverage the least coverage@10, 0 to 1
 */
public record Gate(double maxLoss, double minLift, double minCoverage) {
    private static final double ROUNDING = 1e-12;

    public Gate {
        SettingChecks.share("--gate.max-loss", maxLoss);
        SettingChecks.notNegative("--gate.min-lift", minLift);
        SettingChecks.share("--gate.min-coverage", minCoverage);
    }

    /** A model's fate with its reasons. */
    record Verdict(boolean passed, List<String> reasons) {
        Verdict {
            reasons = List.copyOf(reasons);
        }
    }

    /** One condition and whether it holds. */
    private record Condition(boolean holds, String explained) {}

    /**
     * Judges.
     *
     * @param champion the served model's settings, trained and scored on the same split; empty where none is served
     */
    Verdict judge(Evaluated model, Evaluated popularity, Optional<Evaluated> champion) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(atLeast(
                "NDCG@10 of what is new",
                model.news().ndcgAt10(),
                minLift * popularity.news().ndcgAt10(),
                "%s times popularity's %.4f"
                        .formatted(minLift, popularity.news().ndcgAt10())));
        conditions.add(atLeast("coverage@10", model.news().coverageAt10(), minCoverage, "the floor"));
        champion.ifPresent(best -> {
            conditions.add(notWorse(
                    "NDCG@10 of what is new",
                    model.news().ndcgAt10(),
                    best.news().ndcgAt10()));
            conditions.add(notWorse(
                    "NDCG@10 of all purchases",
                    model.all().ndcgAt10(),
                    best.all().ndcgAt10()));
        });
        return new Verdict(
                conditions.stream().allMatch(Condition::holds),
                conditions.stream().map(Condition::explained).toList());
    }

    private Condition notWorse(String metric, double value, double champions) {
        return atLeast(
                metric,
                value,
                (1 - maxLoss) * champions,
                "the champion's %.4f less %s %%".formatted(champions, 100 * maxLoss));
    }

    private static Condition atLeast(String metric, double value, double least, String why) {
        boolean holds = value >= least - ROUNDING;
        return new Condition(
                holds,
                String.format(
                        Locale.ROOT, "%s %.4f %s %.4f, %s", metric, value, holds ? "reaches" : "is below", least, why));
    }
}
