package dev.tandem.training.recommender;

import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.MODEL_VERSION;
import static dev.tandem.core.schema.Columns.USER_ID;
import static dev.tandem.core.schema.ModelColumns.BIAS;
import static dev.tandem.core.schema.ModelColumns.BIAS_WEIGHT;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.runtime.cassandra.CassandraSource;
import dev.tandem.runtime.job.JobContext;
import dev.tandem.runtime.job.JobReport;
import dev.tandem.runtime.job.JobRunner;
import dev.tandem.runtime.postgres.PostgresDatabase;
import dev.tandem.training.artefact.CodeVersion;
import dev.tandem.training.artefact.ModelArtefact;
import dev.tandem.training.artefact.ModelRegistry;
import dev.tandem.training.artefact.Provenance;
import dev.tandem.training.artefact.RegisteredModel;
import dev.tandem.training.interactions.TrainingSet;
import dev.tandem.training.interactions.UserEvents;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Learns from a tenant's orders and views who likes what: an artefact, and the row in the registry that makes it a model.
 *
 * <p>Candidates are trained on what came before the end of the interval and judged by that end; the best one is held
 * against popularity and the model that is served, and refitted on everything. A model that the gate refuses is put on
 * record as such and fails the job with {@link FailureKind#QUALITY_GATE}; the served model stays.
 *
 * <p>A model is named after its settings and interactions; one that exists already is not trained again.
 */
public final class TrainRecommenderJob {
    static final String NAME = "train-recommender";

    private TrainRecommenderJob() {}

    public static void main(String[] args) {
        JobRunner.main(NAME, args, new TrainRecommenderOptions(), TrainRecommenderJob::run);
    }

    public static JobReport run(JobContext context, TrainRecommenderConfig config) {
        CassandraSource cassandra =
                new CassandraSource(context.spark(), config.job().cassandra());
        try (UserEvents events = UserEvents.read(cassandra, context.tenant());
                TrainingSet training = context.step("read", () -> TrainingSet.of(events, config.interval()))) {
            if (training.userCount() == 0) {
                throw NothingToLearn.explain(context.tenant(), events.orderLines(), config.interval());
            }
            ModelRegistry registry =
                    new ModelRegistry(new PostgresDatabase(config.job().postgres()));
            Optional<RegisteredModel> champion = registry.served(context.tenant());
            Choice choice = context.step("evaluate", () -> CandidateChoice.make(context, config, events, champion));
            InteractionSummary summary = InteractionSummary.of(
                    training.interactions(choice.settings().weights()));
            ModelVersion version = ModelFingerprint.version(config.interval().end(), choice.settings(), summary);
            ModelArtefact artefact = ModelArtefact.of(context.spark(), config.models(), context.tenant(), version);
            Optional<RegisteredModel> existing = registry.find(context.tenant(), version);
            if (existing.isPresent() && artefact.isComplete()) {
                return passed(context, existing.get()).note("outcome", "exists already, nothing written");
            }
            RegisteredModel model = train(context, training, choice, summary, artefact);
            registry.register(model);
            return passed(context, model).note("outcome", "trained");
        }
    }

    /** Refits the chosen settings on everything and writes the artefact. */
    private static RegisteredModel train(
            JobContext context,
            TrainingSet training,
            Choice choice,
            InteractionSummary summary,
            ModelArtefact artefact) {
        Recommender recommender = context.step(
                "train",
                () -> Recommender.of(
                        choice.settings()
                                .factors()
                                .fit(training, choice.settings().weights(), artefact.checkpoints()),
                        training,
                        choice.settings().blend()));
        RegisteredModel model = new RegisteredModel(
                context.tenant(),
                artefact.version(),
                choice.settings().factors().algorithm(),
                choice.settings().byName(),
                training.interval(),
                summary.latestOrderAt(),
                artefact.uri(),
                counts(summary, training),
                context.startedAt(),
                choice.assessment(),
                new Provenance(CodeVersion.current(), timings(context, training)));
        context.step(
                "write",
                () -> artefact.write(
                        FactorRows.of(
                                training.users(),
                                USER_ID,
                                recommender.factors().users(),
                                recommender.biasWeights(),
                                BIAS_WEIGHT),
                        FactorRows.of(
                                training.items(), ITEM_ID, recommender.factors().items(), recommender.bias(), BIAS),
                        TrainingReport.files(
                                model, choice.comparison(), context.spark().version())));
        return model;
    }

    private static Map<String, Long> timings(JobContext context, TrainingSet training) {
        Map<String, Long> timings = new LinkedHashMap<>();
        for (Map.Entry<String, Duration> step :
                context.report(training.interval()).steps().entrySet()) {
            timings.put(step.getKey(), step.getValue().toMillis());
        }
        return timings;
    }

    private static Map<String, Long> counts(InteractionSummary summary, TrainingSet training) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put(RegisteredModel.INTERACTIONS, summary.rows());
        counts.put(RegisteredModel.USERS, (long) training.userCount());
        counts.put(RegisteredModel.ITEMS, (long) training.itemCount());
        return counts;
    }

    /** The report of a model that may be served; a failure of one that may not. */
    private static JobReport passed(JobContext context, RegisteredModel model) {
        if (!model.assessment().passed()) {
            throw new TandemException(
                    FailureKind.QUALITY_GATE,
                    ("Model %s is not good enough, and the served model stays: %s. %s/report.md has the figures; to serve it"
                                    + " nevertheless, run publish-recommendations with --model-version=%s")
                            .formatted(
                                    model.version(),
                                    String.join("; ", model.assessment().reasons()),
                                    model.artefact(),
                                    model.version()));
        }
        JobReport report = context.report(model.interval());
        for (Map.Entry<String, Long> rows : model.rowCounts().entrySet()) {
            report = report.count(rows.getKey(), rows.getValue());
        }
        return report.note(MODEL_VERSION, model.version().value())
                .note(
                        "verdict",
                        model.assessment().verdict() + ": "
                                + String.join("; ", model.assessment().reasons()));
    }
}
