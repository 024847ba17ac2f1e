package dev.tandem.training.comparison;

import static dev.tandem.core.schema.ModelColumns.ITEM_INDEX;
import static dev.tandem.core.schema.ModelColumns.USER_INDEX;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.runtime.cassandra.CassandraSource;
import dev.tandem.runtime.job.JobContext;
import dev.tandem.runtime.job.JobReport;
import dev.tandem.runtime.job.JobRunner;
import dev.tandem.training.baselines.Baselines;
import dev.tandem.training.baselines.ItemKnn;
import dev.tandem.training.evaluation.Comparison;
import dev.tandem.training.evaluation.Evaluated;
import dev.tandem.training.evaluation.Holdout;
import dev.tandem.training.evaluation.TimeSplit;
import dev.tandem.training.interactions.EventWeights;
import dev.tandem.training.interactions.TrainingSet;
import dev.tandem.training.interactions.UserEvents;
import dev.tandem.training.recommender.RecommenderSettings;
import dev.tandem.training.recommender.Trials;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares settings with one another, with MLlib's solver and with what needs no training, on the end of an interval. It
 * writes a report and nothing else: no model comes of it.
 */
public final class EvaluateRecommenderJob {
    static final String NAME = "evaluate-recommender";

    private static final Logger log = LoggerFactory.getLogger(EvaluateRecommenderJob.class);
    private static final Duration MONTH = Duration.ofDays(30);

    private EvaluateRecommenderJob() {}

    public static void main(String[] args) {
        JobRunner.main(NAME, args, new EvaluateRecommenderOptions(), EvaluateRecommenderJob::run);
    }

    static JobReport run(JobContext context, EvaluateRecommenderConfig config) {
        CassandraSource cassandra =
                new CassandraSource(context.spark(), config.job().cassandra());
        TimeSplit split = TimeSplit.holdingOut(config.holdout(), config.interval());
        ReportFolder folder = ReportFolder.of(context, config.reports(), config.interval());
        try (UserEvents events = UserEvents.read(cassandra, context.tenant());
                Holdout holdout = context.step("split", () -> Holdout.of(events, split))) {
            if (holdout.counts().judgedUsers() == 0) {
                throw nobodyToJudgeBy(context, split);
            }
            Trials trials = new Trials(holdout, folder.checkpoints());
            List<Evaluated> evaluated = new ArrayList<>(baselines(context, holdout, trials, config));
            for (RecommenderSettings settings : compared(config)) {
                evaluated.add(context.step(settings.label(), () -> trials.of(settings.label(), settings)));
            }
            Comparison comparison = new Comparison(split, holdout.counts(), evaluated);
            folder.write("evaluation.json", comparison.toJson().toPrettyString() + "\n");
            folder.write("report.md", "# Rankings of " + context.tenant() + "\n\n" + comparison.toMarkdown());
            log.info("compared:\n{}", comparison.toMarkdown());
            return context.report(config.interval())
                    .count("rankings", evaluated.size())
                    .count("users", holdout.counts().judgedUsers())
                    .note("report", folder.uri().toString());
        } finally {
            folder.discardCheckpoints();
        }
    }

    private static List<Evaluated> baselines(
            JobContext context, Holdout holdout, Trials trials, EvaluateRecommenderConfig config) {
        TrainingSet training = holdout.training();
        Duration halfLife = config.candidates().get(0).halfLife();
        return context.step(
                "baselines",
                () -> List.of(
                        trials.popularity(halfLife),
                        trials.of(
                                "best sellers, 30 days",
                                Baselines.popularity(training.recentBuyers(MONTH), training.userCount()),
                                halfLife),
                        trials.of(
                                "own history",
                                Baselines.ownHistory(training.userCount(), training.itemCount()),
                                config.candidates().get(0).blend().historyHalfLife()),
                        trials.of(
                                "item-kNN",
                                ItemKnn.of(
                                        training.indexed(EventWeights.ofOrders(halfLife))
                                                .select(USER_INDEX, ITEM_INDEX),
                                        training.userCount(),
                                        training.itemCount()),
                                halfLife)));
    }

    /** MLlib alone, and then each candidate after its factors alone. */
    private static Set<RecommenderSettings> compared(EvaluateRecommenderConfig config) {
        Set<RecommenderSettings> compared = new LinkedHashSet<>();
        compared.add(config.mllib().unblended());
        for (RecommenderSettings candidate : config.candidates()) {
            compared.add(candidate.unblended());
            compared.add(candidate);
        }
        return compared;
    }

    private static TandemException nobodyToJudgeBy(JobContext context, TimeSplit split) {
        return new TandemException(
                FailureKind.INPUT,
                "No user of tenant %s who bought or viewed in %s bought in %s. Choose another --interval-end or --evaluate.holdout"
                        .formatted(context.tenant(), split.before(), split.after()));
    }
}
