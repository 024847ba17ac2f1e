package dev.tandem.training.publication;

import static dev.tandem.core.schema.CassandraTables.ACTIVE_MODELS;
import static dev.tandem.core.schema.CassandraTables.ORDER_LINES_BY_USER;
import static dev.tandem.core.schema.CassandraTables.RECOMMENDATIONS_BY_USER;
import static dev.tandem.core.schema.Columns.EVENTS_UNTIL;
import static dev.tandem.core.schema.Columns.GENERATED_AT;
import static dev.tandem.core.schema.Columns.MODEL_VERSION;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static org.apache.spark.sql.functions.lit;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.runtime.cassandra.CassandraSink;
import dev.tandem.runtime.cassandra.CassandraSource;
import dev.tandem.runtime.job.JobContext;
import dev.tandem.runtime.job.JobReport;
import dev.tandem.runtime.job.JobRunner;
import dev.tandem.runtime.postgres.PostgresDatabase;
import dev.tandem.runtime.spark.SparkSchemas;
import dev.tandem.training.artefact.ModelArtefact;
import dev.tandem.training.artefact.ModelRegistry;
import dev.tandem.training.artefact.RegisteredModel;
import dev.tandem.training.interactions.Purchases;
import java.sql.Timestamp;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Puts what a model recommends where it is served from: a list for each of its users under the model's version, and then,
 * once all of them are there, the one row that makes this version the active one. Whatever happens before that row is
 * written, the version before is still served.
 *
 * <p>Every user of the model has a row, if need be with an empty list; items that are no longer in the catalogue, and what
 * the user has ever bought, are not listed.
 */
public final class PublishRecommendationsJob {
    static final String NAME = "publish-recommendations";

    private PublishRecommendationsJob() {}

    public static void main(String[] args) {
        JobRunner.main(NAME, args, new PublishRecommendationsOptions(), PublishRecommendationsJob::run);
    }

    static JobReport run(JobContext context, PublishRecommendationsConfig config) {
        ModelRegistry registry =
                new ModelRegistry(new PostgresDatabase(config.job().postgres()));
        CassandraSource cassandra =
                new CassandraSource(context.spark(), config.job().cassandra());
        CassandraSink sink = new CassandraSink(config.job().cassandra());
        RegisteredModel model = config.model().find(registry, context.tenant());
        ModelArtefact artefact = ModelArtefact.of(context.spark(), model);

        Assortment assortment = context.step(
                "read", () -> Assortment.of(artefact.items(), cassandra.read(CassandraTables.ITEMS, context.tenant())));
        if (assortment.size() == 0) {
            throw emptyAssortment(model);
        }
        Dataset<Row> lists = UserLists.of(
                artefact.users(),
                Purchases.kept(cassandra.read(ORDER_LINES_BY_USER, context.tenant())),
                assortment,
                config.topN());
        long written =
                context.step("rank and write", () -> sink.upsert(rows(lists, model, context), RECOMMENDATIONS_BY_USER));
        if (written != model.rowCount(RegisteredModel.USERS)) {
            throw incomplete(model, written);
        }
        context.step("activate", () -> {
            sink.upsert(activeModel(model, context), ACTIVE_MODELS);
            registry.markPublished(model, context.startedAt());
        });
        return context.report(config.interval())
                .count("users", written)
                .count("items", assortment.size())
                .count("items_not_in_catalogue", model.rowCount(RegisteredModel.ITEMS) - assortment.size())
                .note(MODEL_VERSION, model.version().value());
    }

    private static Dataset<Row> rows(Dataset<Row> lists, RegisteredModel model, JobContext context) {
        return lists.withColumn(TENANT_ID, lit(context.tenant().value()))
                .withColumn(MODEL_VERSION, lit(model.version().value()))
                .withColumn(EVENTS_UNTIL, lit(model.eventsUntil()))
                .withColumn(GENERATED_AT, lit(context.startedAt()));
    }

    private static Dataset<Row> activeModel(RegisteredModel model, JobContext context) {
        Row row = RowFactory.create(
                model.tenant().value(),
                model.version().value(),
                Timestamp.from(model.eventsUntil()),
                Timestamp.from(context.startedAt()));
        return context.spark().createDataFrame(List.of(row), SparkSchemas.of(ACTIVE_MODELS));
    }

    private static TandemException emptyAssortment(RegisteredModel model) {
        return new TandemException(
                FailureKind.INPUT,
                "None of the %d items of model %s is in the catalogue of tenant %s in Cassandra. Run sync-catalog first"
                        .formatted(model.rowCount(RegisteredModel.ITEMS), model.version(), model.tenant()));
    }

    private static TandemException incomplete(RegisteredModel model, long written) {
        return new TandemException(
                FailureKind.INTERNAL,
                ("Lists of %d users were written, but model %s has %d. The model that was active before is still served;"
                                + " run publish-recommendations again, or train-recommender if its artefact %s is damaged")
                        .formatted(written, model.version(), model.rowCount(RegisteredModel.USERS), model.artefact()));
    }
}
