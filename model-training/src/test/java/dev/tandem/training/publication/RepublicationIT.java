package dev.tandem.training.publication;

import static dev.tandem.core.schema.CassandraTables.RECOMMENDATIONS_BY_USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.runtime.testing.SparkExtension;
import dev.tandem.training.SmallShop;
import dev.tandem.training.artefact.ModelArtefact;
import dev.tandem.training.artefact.ModelRegistry;
import dev.tandem.training.artefact.RegisteredModel;
import java.nio.file.Path;
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
                .hasMessageStartingWith("Table recommendations_by_user has 27 lists of model " + damaged.version()
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
