package dev.tandem.training.publication;

import static dev.tandem.core.schema.CassandraTables.ACTIVE_MODELS;
import static dev.tandem.core.schema.CassandraTables.BOUGHT_TOGETHER_BY_ITEM;
import static dev.tandem.core.schema.CassandraTables.BUY_AGAIN_BY_USER;
import static dev.tandem.core.schema.CassandraTables.RECOMMENDATIONS_BY_USER;
import static dev.tandem.core.schema.CassandraTables.RECOMMENDATIONS_WITH_PURCHASED_BY_USER;
import static dev.tandem.core.schema.CassandraTables.SIMILAR_ITEMS_BY_ITEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.schema.Table;
import dev.tandem.core.settings.Settings;
import dev.tandem.runtime.job.JobReport;
import dev.tandem.runtime.testing.SparkExtension;
import dev.tandem.training.SmallShop;
import dev.tandem.training.artefact.ModelArtefact;
import dev.tandem.training.artefact.ModelRegistry;
import dev.tandem.training.artefact.RegisteredModel;
import dev.tandem.training.interactions.OrderLines;
import dev.tandem.training.recommender.TrainRecommenderConfig;
import dev.tandem.training.recommender.TrainRecommenderJob;
import dev.tandem.training.recommender.TrainRecommenderOptions;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class PublishRecommendationsJobIT {
    private static final Instant LAST_ORDER = Instant.parse("2026-03-20T10:00:00Z");

    private static final List<Table> LIST_TABLES = List.of(
            RECOMMENDATIONS_BY_USER,
            RECOMMENDATIONS_WITH_PURCHASED_BY_USER,
            BUY_AGAIN_BY_USER,
            SIMILAR_ITEMS_BY_ITEM,
            BOUGHT_TOGETHER_BY_ITEM);

    @TempDir
    private Path models = Path.of("");

    @Test
    void recommendsToEachUserTheUnboughtItemsOfTheUsersTaste(SparkSession spark) {
        SmallShop shop = SmallShop.open(spark, "tastes").filled();
        String version = train(shop);

        JobReport report = publish(shop);

        Map<String, List<String>> lists = lists(spark, shop, version);
        assertThat(lists.keySet()).containsExactlyInAnyOrderElementsOf(SmallShop.allUsers());
        assertThat(lists).allSatisfy((user, items) -> assertThat(items.subList(0, 4))
                .containsExactlyInAnyOrderElementsOf(SmallShop.notBought(user)));
        assertThat(lists).allSatisfy((user, items) -> assertThat(items)
                .noneMatch(item -> item.charAt(0) == user.charAt(0)
                        && !SmallShop.notBought(user).contains(item)));
        assertThat(active(spark, shop))
                .containsExactly(RowFactory.create(
                        "tastes", version, Timestamp.from(LAST_ORDER), Timestamp.from(SmallShop.NOW)));
        assertThat(report.count("users")).isEqualTo(SmallShop.USERS);
        assertThat(report.count("items_not_in_catalogue")).isZero();
    }

    @Test
    void ranksWhatWasBoughtAsWellAndWhatToBuyAgain(SparkSession spark) {
        SmallShop shop = SmallShop.open(spark, "history").filled();
        String version = train(shop);

        publish(shop);

        Map<String, List<String>> all = lists(spark, shop, version, RECOMMENDATIONS_WITH_PURCHASED_BY_USER);
        Map<String, List<String>> again = lists(spark, shop, version, BUY_AGAIN_BY_USER);
        assertThat(SmallShop.allUsers()).allSatisfy(user -> {
            List<String> bought = SmallShop.bought(user);
            assertThat(again.get(user)).containsExactlyElementsOf(bought);
            assertThat(all.get(user)).containsAll(bought).containsAll(SmallShop.notBought(user));
        });
    }

    @Test
    void relatesEachItemToItsKind(SparkSession spark) {
        SmallShop shop = SmallShop.open(spark, "kinds").filled();
        String version = train(shop);

        publish(shop, "--top-n-of-items=3");

        for (Table table : List.of(SIMILAR_ITEMS_BY_ITEM, BOUGHT_TOGETHER_BY_ITEM)) {
            Map<String, List<String>> related = lists(spark, shop, version, table);
            assertThat(related.keySet()).containsExactlyInAnyOrderElementsOf(SmallShop.allItems());
            assertThat(related).allSatisfy((item, others) -> assertThat(others)
                    .hasSizeLessThanOrEqualTo(3)
                    .doesNotContain(item)
                    .allMatch(other -> other.charAt(0) == item.charAt(0)));
        }
    }

    @Test
    void findsWhatIsBoughtTogetherInAnonymousBasketsToo(SparkSession spark) {
        SmallShop shop = SmallShop.open(spark, "baskets").filled().withCatalogue(List.of("c0", "c1"));
        for (int basket = 0; basket < 4; basket++) {
            shop.withAnonymousBasket("basket-" + basket, "c0", "c1");
        }
        String version = train(shop);

        JobReport report = publish(shop);

        assertThat(lists(spark, shop, version, BOUGHT_TOGETHER_BY_ITEM))
                .containsEntry("c0", List.of("c1"))
                .containsEntry("c1", List.of("c0"));
        assertThat(lists(spark, shop, version, SIMILAR_ITEMS_BY_ITEM)).containsEntry("c0", List.of());
        assertThat(report.count("items_unknown_to_model")).isEqualTo(2);
    }

    @Test
    void showsItemsWithNameAndCategory(SparkSession spark) {
        SmallShop shop = SmallShop.open(spark, "facts").filled();
        String version = train(shop);

        publish(shop, "--top-n=1");

        assertThat(rows(spark, shop, version)).allSatisfy(row -> {
            String user = row.getAs("user_id");
            String items = row.getAs("items");
            assertThat(items)
                    .contains("\"name\":\"Item " + user.charAt(0), "\"category\":\"" + user.charAt(0) + "\"")
                    .doesNotContain("\n");
            assertThat(row.<Timestamp>getAs("events_until").toInstant()).isEqualTo(LAST_ORDER);
            assertThat(row.<Timestamp>getAs("generated_at").toInstant()).isEqualTo(SmallShop.NOW);
        });
    }

    @Test
    void leavesOutItemsThatAreNotInTheCatalogue(SparkSession spark) {
        SmallShop shop = SmallShop.open(spark, "delisted");
        shop.withOrders(shop.orders())
                .withCatalogue(SmallShop.allItems().stream()
                        .filter(item -> !item.equals("a1"))
                        .toList());
        String version = train(shop);

        JobReport report = publish(shop);

        for (Table table : LIST_TABLES) {
            assertThat(lists(spark, shop, version, table)).isNotEmpty().allSatisfy((key, items) -> assertThat(items)
                    .doesNotContain("a1"));
        }
        assertThat(lists(spark, shop, version, SIMILAR_ITEMS_BY_ITEM)).doesNotContainKey("a1");
        assertThat(report.count("items_not_in_catalogue")).isEqualTo(1);
    }

    @Test
    void leavesOutWhatWasBoughtSinceTheModelWasTrained(SparkSession spark) {
        SmallShop shop = SmallShop.open(spark, "since").filled();
        String version = train(shop);
        shop.withOrders(OrderLines.of("since").sale("a0", "later-order", "a2", "2026-04-05T10:00:00Z"));

        publish(shop);

        assertThat(lists(spark, shop, version).get("a0"))
                .doesNotContain("a2")
                .startsWith("a0")
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void writesTheSameAgainWhenRunAgain(SparkSession spark) {
        SmallShop shop = SmallShop.open(spark, "twice").filled();
        String version = train(shop);
        publish(shop);
        List<Row> first = rows(spark, shop, version);

        publish(shop);

        assertThat(rows(spark, shop, version)).containsExactlyInAnyOrderElementsOf(first);
        assertThat(active(spark, shop)).hasSize(1);
    }

    @Test
    void keepsTheOldModelActiveWhereTheNewOneCannotBeWrittenInFull(SparkSession spark) {
        SmallShop shop = SmallShop.open(spark, "damaged").filled();
        String old = train(shop);
        publish(shop);
        shop.withOrders(OrderLines.of("damaged").sale("a0", "later-order", "a2", "2026-03-25T10:00:00Z"));
        String damaged = train(shop);
        loseUsersOf(spark, shop, damaged);

        assertThatThrownBy(() -> publish(shop, "--model-version=" + damaged))
                .isInstanceOf(TandemException.class)
                .hasMessageStartingWith("Table recommendations_by_user has 27 lists of model " + damaged
                        + ", and should have 28. The model that was active before is still served");

        assertThat(active(spark, shop)).extracting(row -> row.getString(1)).containsExactly(old);
        assertThat(lists(spark, shop, old)).hasSize(SmallShop.USERS);
        assertThat(lists(spark, shop, damaged)).hasSize(SmallShop.USERS - 1);
    }

    @Test
    void saysToTrainWhereThereIsNoModel(SparkSession spark) {
        SmallShop shop = SmallShop.open(spark, "untrained").filled();

        assertThatThrownBy(() -> publish(shop))
                .isInstanceOfSatisfying(TandemException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.INPUT))
                .hasMessage("Tenant untrained has no model of an interval that ends by 2026-04-01T00:00:00Z."
                        + " Run train-recommender for it first");
    }

    @Test
    void refusesAVersionThatIsNotTheTenants(SparkSession spark) {
        SmallShop owner = SmallShop.open(spark, "owner").filled();
        String version = train(owner);
        SmallShop other = SmallShop.open(spark, "other").filled();

        assertThatThrownBy(() -> publish(other, "--model-version=" + version))
                .isInstanceOf(TandemException.class)
                .hasMessage(
                        "Tenant other has no model " + version + ". Leave --model-version out to publish its latest");
    }

    @Test
    void saysToSyncTheCatalogueWhereItIsMissing(SparkSession spark) {
        SmallShop shop = SmallShop.open(spark, "bare");
        shop.withOrders(shop.orders());
        String version = train(shop);

        assertThatThrownBy(() -> publish(shop))
                .isInstanceOf(TandemException.class)
                .hasMessage("None of the 20 items of model " + version
                        + " is in the catalogue of tenant bare in Cassandra. Run sync-catalog first");
    }

    private String train(SmallShop shop) {
        TrainRecommenderConfig config = Settings.read(
                        "train-recommender",
                        new TrainRecommenderOptions(),
                        shop.options(
                                "--models.uri=" + models.toUri(),
                                "--model.algorithm=als",
                                "--als.rank=8",
                                "--als.iterations=5",
                                "--als.blocks=2",
                                // Taste alone: every b is more popular than any a.
                                "--blend.popularity-weight=0"),
                        Map.of())
                .orElseThrow();
        JobReport report = TrainRecommenderJob.run(shop.run("train-recommender"), config);
        return report.notes().getOrDefault("model_version", "");
    }

    private static JobReport publish(SmallShop shop, String... options) {
        PublishRecommendationsConfig config = Settings.read(
                        PublishRecommendationsJob.NAME,
                        new PublishRecommendationsOptions(),
                        shop.options(options),
                        Map.of())
                .orElseThrow();
        return PublishRecommendationsJob.run(shop.run(PublishRecommendationsJob.NAME), config);
    }

    /** Takes one user out of a registered model's files. */
    private static void loseUsersOf(SparkSession spark, SmallShop shop, String version) {
        RegisteredModel model = new ModelRegistry(SmallShop.postgres())
                .find(shop.tenant(), new ModelVersion(version))
                .orElseThrow();
        ModelArtefact artefact = ModelArtefact.of(spark, model);
        List<Row> users = artefact.users().where("user_id <> 'b7'").collectAsList();
        List<Row> items = artefact.items().collectAsList();
        artefact.write(
                spark.createDataFrame(users, artefact.users().schema()),
                spark.createDataFrame(items, artefact.items().schema()),
                Map.of("model.json", "{}"));
    }

    private static Map<String, List<String>> lists(SparkSession spark, SmallShop shop, String version) {
        return lists(spark, shop, version, RECOMMENDATIONS_BY_USER);
    }

    private static Map<String, List<String>> lists(SparkSession spark, SmallShop shop, String version, Table table) {
        Map<String, List<String>> lists = new TreeMap<>();
        for (Row row : rows(spark, shop, version, table)) {
            lists.put(row.getAs(table.partitionKey().get(2)), itemIds(row.getAs("items")));
        }
        return lists;
    }

    private static List<String> itemIds(String items) {
        try {
            return new ObjectMapper().readTree("[" + items + "]").findValuesAsText("item_id");
        } catch (JsonProcessingException e) {
            throw new AssertionError(items, e);
        }
    }

    private static List<Row> rows(SparkSession spark, SmallShop shop, String version) {
        return rows(spark, shop, version, RECOMMENDATIONS_BY_USER);
    }

    private static List<Row> rows(SparkSession spark, SmallShop shop, String version, Table table) {
        return SmallShop.cassandra(spark)
                .read(table, shop.tenant())
                .where("model_version = '" + version + "'")
                .collectAsList();
    }

    private static List<Row> active(SparkSession spark, SmallShop shop) {
        return SmallShop.cassandra(spark).read(ACTIVE_MODELS, shop.tenant()).collectAsList();
    }
}
