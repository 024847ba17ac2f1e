package dev.tandem.training.publication;

import static dev.tandem.core.schema.CassandraTables.ACTIVE_MODELS;
import static dev.tandem.core.schema.CassandraTables.ANONYMOUS_ORDER_LINES_BY_ORDER;
import static dev.tandem.core.schema.CassandraTables.FOLD_IN_MODELS;
import static dev.tandem.core.schema.CassandraTables.ORDER_LINES_BY_USER;
import static dev.tandem.core.schema.Columns.CANCELLED_AT;
import static dev.tandem.core.schema.Columns.EVENTS_UNTIL;
import static dev.tandem.core.schema.Columns.GENERATED_AT;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.KIND;
import static dev.tandem.core.schema.Columns.MODEL_VERSION;
import static dev.tandem.core.schema.Columns.ORDERED_AT;
import static dev.tandem.core.schema.Columns.ORDER_ID;
import static dev.tandem.core.schema.Columns.QUANTITY;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.USER_ID;
import static org.apache.spark.sql.functions.lit;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.schema.Table;
import dev.tandem.runtime.cassandra.CassandraFanOut;
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
import dev.tandem.training.artefact.SwitchLock;
import dev.tandem.training.interactions.Purchases;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.storage.StorageLevel;

/**
 * Puts what a model recommends where it is served from: the model itself in the form that makes lists without Spark, the
 * lists of its users and of the catalogue's items, all under the model's version; and then, once Cassandra has all of them, the one row that makes this version the active one. Whatever
 * happens before that row is written, the version before is still served.
 *
 * <p>Every user of the model and every item of the catalogue has a row in each of its tables, if need be with an empty
 * list. Items that are no longer in the catalogue are not listed; those that are out of stock are, because stock changes
 * by the minute.
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
        Optional<RegisteredModel> model = config.model().find(registry, context.tenant());
        return model.isPresent() ? publish(context, config, registry, model.get()) : nothingToPublish(context, config);
    }

    private static JobReport nothingToPublish(JobContext context, PublishRecommendationsConfig config) {
        return context.report(config.interval())
                .note("outcome", "no new model that passed the quality gate, nothing published");
    }

    private static JobReport publish(
            JobContext context, PublishRecommendationsConfig config, ModelRegistry registry, RegisteredModel model) {
        CassandraSource cassandra =
                new CassandraSource(context.spark(), config.job().cassandra());
        ModelArtefact artefact = ModelArtefact.of(context.spark(), model);

        Dataset<Row> catalogue = cassandra.read(CassandraTables.ITEMS, context.tenant());
        Assortment assortment = context.step("read", () -> Assortment.of(artefact.items(), catalogue));
        if (assortment.known() == 0) {
            throw emptyAssortment(model);
        }
        int parts = context.step(
                "write for folding in",
                () -> FoldInModels.write(
                        FoldInModels.of(model, artefact.items(), catalogue),
                        context.spark(),
                        new CassandraSink(config.job().cassandra())));
        context.step("rank and write", () -> writeLists(context, config, model, artefact, assortment));
        // Clean-up and the models commands wait: what was counted is there when it is served, and a rollback stays.
        boolean served = new SwitchLock(new PostgresDatabase(config.job().postgres()), context.tenant())
                .with(() -> activate(context, config, registry, model, assortment, parts));
        if (!served) {
            return nothingToPublish(context, config);
        }
        return context.report(config.interval())
                .count("users", model.rowCount(RegisteredModel.USERS))
                .count("items", assortment.size())
                .count("items_unknown_to_model", (long) assortment.size() - assortment.known())
                .count("items_not_in_catalogue", model.rowCount(RegisteredModel.ITEMS) - assortment.known())
                .note(MODEL_VERSION, model.version().value());
    }

    /** Makes a model whose lists are all there the served one; false where somebody went back from it meanwhile. */
    private static boolean activate(
            JobContext context,
            PublishRecommendationsConfig config,
            ModelRegistry registry,
            RegisteredModel model,
            Assortment assortment,
            int parts) {
        if (config.model().find(registry, context.tenant()).isEmpty()) {
            return false;
        }
        context.step("count", () -> {
            CassandraSource cassandra =
                    new CassandraSource(context.spark(), config.job().cassandra());
            Dataset<Row> users =
                    rows(ModelArtefact.of(context.spark(), model).users().select(USER_ID), model, context);
            UserLists.TABLES.forEach(
                    table -> check(cassandra.count(users, table), model.rowCount(RegisteredModel.USERS), table, model));
            Dataset<Row> items = rows(assortment.index(context.spark()), model, context);
            ItemLists.TABLES.forEach(table -> check(cassandra.count(items, table), assortment.size(), table, model));
            Dataset<Row> foldIn = FoldInModels.keys(model, parts, context.spark());
            check(cassandra.count(foldIn, FOLD_IN_MODELS), parts, FOLD_IN_MODELS, model);
        });
        context.step("activate", () -> {
            new CassandraSink(config.job().cassandra()).upsert(activeModel(model, context), ACTIVE_MODELS);
            registry.markPublished(model, context.startedAt());
        });
        return true;
    }

    private static void writeLists(
            JobContext context,
            PublishRecommendationsConfig config,
            RegisteredModel model,
            ModelArtefact artefact,
            Assortment assortment) {
        CassandraSource cassandra =
                new CassandraSource(context.spark(), config.job().cassandra());
        CassandraFanOut tables = new CassandraFanOut(config.job().cassandra());
        Broadcast<Assortment> shared = new JavaSparkContext(context.spark().sparkContext()).broadcast(assortment);
        Dataset<Row> lines = cassandra
                .read(ORDER_LINES_BY_USER, context.tenant())
                .select(USER_ID, ITEM_ID, ORDER_ID, QUANTITY, ORDERED_AT, KIND, CANCELLED_AT)
                .persist(StorageLevel.MEMORY_AND_DISK());
        try {
            Dataset<Row> userLists = UserLists.of(
                    artefact.users(),
                    model.ownHistory().beside(Purchases.bought(lines), lines),
                    shared,
                    model.historyWeight(),
                    config.topN());
            tables.upsert(rows(userLists, model, context), UserLists.TABLES);
            Dataset<Row> purchases = Purchases.boughtIn(model.interval(), lines);
            Dataset<Row> anonymous = Purchases.boughtIn(
                    model.interval(), cassandra.read(ANONYMOUS_ORDER_LINES_BY_ORDER, context.tenant()));
            Dataset<Row> itemLists = ItemLists.of(
                    purchases,
                    purchases.select(ORDER_ID, ITEM_ID).union(anonymous.select(ORDER_ID, ITEM_ID)),
                    shared,
                    config.topNOfItems());
            tables.upsert(rows(itemLists, model, context), ItemLists.TABLES);
        } finally {
            lines.unpersist();
            shared.destroy();
        }
    }

    private static Dataset<Row> rows(Dataset<Row> rows, RegisteredModel model, JobContext context) {
        return rows.withColumn(TENANT_ID, lit(context.tenant().value()))
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

    private static void check(long present, long expected, Table table, RegisteredModel model) {
        if (present != expected) {
            throw new TandemException(
                    FailureKind.INTERNAL,
                    ("Table %s has %d rows of model %s, and should have %d. The model that was active before is still"
                                    + " served; run publish-recommendations again, or train-recommender if the artefact"
                                    + " %s is damaged")
                            .formatted(table.name(), present, model.version(), expected, model.artefact()));
        }
    }
}
