package dev.tandem.training.publication;

import static dev.tandem.core.schema.CassandraTables.RECOMMENDATIONS_BY_USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.runtime.job.JobReport;
import dev.tandem.runtime.testing.SparkExtension;
import dev.tandem.training.SmallShop;
import dev.tandem.training.artefact.ModelArtefact;
import dev.tandem.training.artefact.ModelRegistry;
import dev.tandem.training.artefact.RegisteredModel;
import dev.tandem.training.interactions.OrderLines;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a publication does to what is served already, and when there is nothing that it can publish. */
@ExtendWith(SparkExtension.class)
class RepublicationIT {
    @TempDir
    private static Path models = Path.of("");

    /** Its model is active at the begin of each test and at its end. */
    @SuppressWarnings("NullAway.Init") // before the first test
    private static TrainedShop served;

    @BeforeAll
    static void serve(SparkSession spark) {
        served = TrainedShop.train(SmallShop.open(spark, "served").filled(), spark, models);
        served.publish();
    }

    @Test
    void writesTheSameAgainWhenRunAgain() {
        List<Row> first = served.rows(RECOMMENDATIONS_BY_USER);

        served.publish("--model-version=" + served.version());

        assertThat(served.rows(RECOMMENDATIONS_BY_USER)).containsExactlyInAnyOrderElementsOf(first);
        assertThat(served.active()).hasSize(1);
    }

    @Test
    void keepsTheOldModelActiveWhereTheNewOneCannotBeWrittenInFull(SparkSession spark) {
        TrainedShop damaged = TrainedShop.train(served.shop(), spark, models, 4);
        loseAUserOf(damaged);

        assertThatThrownBy(() -> damaged.publish("--model-version=" + damaged.version()))
                .isInstanceOf(TandemException.class)
                .hasMessageStartingWith("Table recommendations_by_user has 27 rows of model " + damaged.version()
                        + ", and should have 28. The model that was active before is still served");

        assertThat(served.active()).extracting(row -> row.getString(1)).containsExactly(served.version());
        assertThat(served.lists()).hasSize(SmallShop.USERS);
        assertThat(damaged.lists()).hasSize(SmallShop.USERS - 1);
    }

    @Test
    void saysToTrainWhereThereIsNoModel(SparkSession spark) {
        SmallShop shop = SmallShop.open(spark, "untrained").filled();

        assertThatThrownBy(() -> TrainedShop.publish(shop))
                .isInstanceOfSatisfying(TandemException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.INPUT))
                .hasMessage("Tenant untrained has no model of an interval that ends by 2026-04-01T00:00:00Z."
                        + " Run train-recommender for it first");
    }

    @Test
    void leavesARollbackAsItIsUntilThereIsANewModelOrTheOldOneIsNamed(SparkSession spark) {
        SmallShop shop = SmallShop.open(spark, "rolled-back").filled();
        TrainedShop first = published(shop, spark, 1);
        shop.withOrders(OrderLines.of("rolled-back").sale("a0", "second", "a0", "2026-03-21T10:00:00Z"));
        TrainedShop second = published(shop, spark, 2);
        rollBackTo(first);

        JobReport report = TrainedShop.publish(shop);

        assertThat(report.notes())
                .hasEntrySatisfying("outcome", outcome -> assertThat(outcome).endsWith("nothing published"));
        assertThat(servedVersion(shop)).isEqualTo(first.version()).isNotEqualTo(second.version());

        TrainedShop.publish(shop, "--model-version=" + second.version());
        assertThat(servedVersion(shop)).isEqualTo(second.version());

        rollBackTo(first);
        shop.withOrders(OrderLines.of("rolled-back").sale("a0", "third", "a1", "2026-03-22T10:00:00Z"));
        TrainedShop third = published(shop, spark, 3);
        assertThat(servedVersion(shop)).isEqualTo(third.version());
    }

    @Test
    void hasNothingToDoWhereTheQualityGateRefusedEveryModel(SparkSession spark) {
        TrainedShop refused = TrainedShop.train(SmallShop.open(spark, "refused").filled(), spark, models);
        SmallShop.postgres().update("UPDATE models SET verdict = 'refused' WHERE tenant_id = ?", List.of("refused"));

        JobReport report = refused.publish();

        assertThat(report.notes()).containsKey("outcome");
        assertThat(refused.active()).isEmpty();
    }

    @Test
    void refusesAVersionThatIsNotTheTenants(SparkSession spark) {
        SmallShop other = SmallShop.open(spark, "other").filled();

        assertThatThrownBy(() -> TrainedShop.publish(other, "--model-version=" + served.version()))
                .isInstanceOf(TandemException.class)
                .hasMessage("Tenant other has no model " + served.version()
                        + ". Leave --model-version out to publish its latest");
    }

    @Test
    void saysToSyncTheCatalogueWhereItIsMissing(SparkSession spark) {
        SmallShop shop = SmallShop.open(spark, "bare");
        TrainedShop bare = TrainedShop.train(shop.withOrders(shop.orders()), spark, models);

        assertThatThrownBy(bare::publish)
                .isInstanceOf(TandemException.class)
                .hasMessage("None of the 20 items of model " + bare.version()
                        + " is in the catalogue of tenant bare in Cassandra. Run sync-catalog first");
    }

    /** Trains and publishes a shop's n-th model, so many minutes after the hour. */
    private static TrainedShop published(SmallShop shop, SparkSession spark, int nth) {
        TrainedShop trained = TrainedShop.train(shop, spark, models);
        SmallShop.postgres()
                .update(
                        "UPDATE models SET trained_at = ? WHERE tenant_id = ? AND model_version = ?",
                        List.<Object>of(
                                SmallShop.NOW.plus(Duration.ofMinutes(nth)),
                                shop.tenant().value(),
                                trained.version()));
        trained.publish();
        return trained;
    }

    /** What {@code models rollback} writes to the log. */
    private static void rollBackTo(TrainedShop model) {
        SmallShop.postgres()
                .update(
                        "INSERT INTO model_promotions (tenant_id, model_version, cause, promoted_at)"
                                + " VALUES (?, ?, 'rollback', ?)",
                        List.<Object>of(model.shop().tenant().value(), model.version(), SmallShop.NOW));
    }

    private static String servedVersion(SmallShop shop) {
        return new ModelRegistry(SmallShop.postgres())
                .served(shop.tenant())
                .orElseThrow()
                .version()
                .value();
    }

    /** Takes one user out of a registered model's files. */
    private static void loseAUserOf(TrainedShop trained) {
        RegisteredModel model = new ModelRegistry(SmallShop.postgres())
                .find(trained.shop().tenant(), new ModelVersion(trained.version()))
                .orElseThrow();
        ModelArtefact artefact = ModelArtefact.of(trained.spark(), model);
        List<Row> users = artefact.users().where("user_id <> 'b7'").collectAsList();
        List<Row> items = artefact.items().collectAsList();
        artefact.write(
                trained.spark().createDataFrame(users, artefact.users().schema()),
                trained.spark().createDataFrame(items, artefact.items().schema()),
                Map.of("model.json", "{}"));
    }
}
