package dev.tandem.training.recommender;

import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.MODEL_VERSION;
import static dev.tandem.core.schema.Columns.USER_ID;
import static dev.tandem.core.schema.ModelColumns.BIAS;
import static dev.tandem.core.schema.ModelColumns.BIAS_WEIGHT;
import static dev.tandem.core.schema.ModelColumns.INDEX;
import static dev.tandem.core.schema.ModelColumns.ITEM_INDEX;
import static dev.tandem.core.schema.ModelColumns.STRENGTH;
import static dev.tandem.core.schema.ModelColumns.USER_INDEX;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.runtime.cassandra.CassandraSource;
import dev.tandem.runtime.job.JobContext;
import dev.tandem.runtime.job.JobReport;
import dev.tandem.runtime.job.JobRunner;
import dev.tandem.runtime.postgres.PostgresDatabase;
import dev.tandem.training.artefact.ModelArtefact;
import dev.tandem.training.artefact.ModelDescription;
import dev.tandem.training.artefact.ModelRegistry;
import dev.tandem.training.artefact.RegisteredModel;
import dev.tandem.training.interactions.IdIndex;
import dev.tandem.training.interactions.Interactions;
import dev.tandem.training.interactions.Purchases;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Learns from a tenant's orders who likes what: an artefact, and the row in the registry that makes it a model.
 *
 * <p>A model is named after its settings and interactions; one that exists already is not trained again.
 */
public final class TrainRecommenderJob {
    static final String NAME = "train-recommender";

    private static final String ALGORITHM = "implicit-als";

    private TrainRecommenderJob() {}

    public static void main(String[] args) {
        JobRunner.main(NAME, args, new TrainRecommenderOptions(), TrainRecommenderJob::run);
    }

    public static JobReport run(JobContext context, TrainRecommenderConfig config) {
        Dataset<Row> lines = new CassandraSource(context.spark(), config.job().cassandra())
                .read(CassandraTables.ORDER_LINES_BY_USER, context.tenant());
        Dataset<Row> interactions = Interactions.of(
                        Purchases.keptIn(config.interval(), lines),
                        config.interval().end(),
                        config.als().halfLife())
                .persist();
        try {
            InteractionSummary summary = context.step("read", () -> InteractionSummary.of(interactions));
            if (summary.rows() == 0) {
                throw NothingToLearn.explain(context.tenant(), lines, config.interval());
            }
            ModelRegistry registry =
                    new ModelRegistry(new PostgresDatabase(config.job().postgres()));
            ModelVersion version = ModelFingerprint.version(config.interval().end(), config.als(), summary);
            ModelArtefact artefact = ModelArtefact.of(context.spark(), config.models(), context.tenant(), version);
            Optional<RegisteredModel> existing = registry.find(context.tenant(), version);
            if (existing.isPresent() && artefact.isComplete()) {
                return report(context, existing.get()).note("outcome", "exists already, nothing written");
            }
            RegisteredModel model = train(context, config, interactions, summary, artefact);
            registry.register(model);
            return report(context, model).note("outcome", "trained");
        } finally {
            interactions.unpersist();
        }
    }

    /** Trains a model and writes its artefact. */
    private static RegisteredModel train(
            JobContext context,
            TrainRecommenderConfig config,
            Dataset<Row> interactions,
            InteractionSummary summary,
            ModelArtefact artefact) {
        Dataset<Row> users = IdIndex.of(interactions, USER_ID).persist();
        Dataset<Row> items = IdIndex.of(interactions, ITEM_ID).persist();
        try {
            RegisteredModel model = new RegisteredModel(
                    context.tenant(),
                    artefact.version(),
                    ALGORITHM,
                    config.als().byName(),
                    config.interval(),
                    summary.latestOrderAt(),
                    artefact.uri(),
                    counts(summary, users, items),
                    context.startedAt());
            ImplicitAls als = context.step(
                    "train",
                    () -> ImplicitAls.fit(indexed(interactions, users, items), config.als(), artefact.checkpoints()));
            String description = ModelDescription.of(
                    model, context.spark().version(), report(context, model).steps());
            context.step(
                    "write",
                    () -> artefact.write(
                            users.join(als.users(), INDEX).withColumn(BIAS_WEIGHT, lit(0f)),
                            items.join(als.items(), INDEX).withColumn(BIAS, lit(0f)),
                            description));
            return model;
        } finally {
            items.unpersist();
            users.unpersist();
        }
    }

    private static JobReport report(JobContext context, RegisteredModel model) {
        JobReport report = context.report(model.interval());
        for (Map.Entry<String, Long> rows : model.rowCounts().entrySet()) {
            report = report.count(rows.getKey(), rows.getValue());
        }
        return report.note(MODEL_VERSION, model.version().value());
    }

    private static Map<String, Long> counts(InteractionSummary summary, Dataset<Row> users, Dataset<Row> items) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put(RegisteredModel.INTERACTIONS, summary.rows());
        counts.put(RegisteredModel.USERS, users.count());
        counts.put(RegisteredModel.ITEMS, items.count());
        return counts;
    }

    private static Dataset<Row> indexed(Dataset<Row> interactions, Dataset<Row> users, Dataset<Row> items) {
        return interactions
                .join(users.withColumnRenamed(INDEX, USER_INDEX), USER_ID)
                .join(items.withColumnRenamed(INDEX, ITEM_INDEX), ITEM_ID)
                .select(col(USER_INDEX), col(ITEM_INDEX), col(STRENGTH));
    }
}
