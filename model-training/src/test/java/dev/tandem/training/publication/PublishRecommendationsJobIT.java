package dev.tandem.training.publication;

import static dev.tandem.core.schema.CassandraTables.BOUGHT_TOGETHER_BY_ITEM;
import static dev.tandem.core.schema.CassandraTables.BUY_AGAIN_BY_USER;
import static dev.tandem.core.schema.CassandraTables.FOLD_IN_MODELS;
import static dev.tandem.core.schema.CassandraTables.RECOMMENDATIONS_BY_USER;
import static dev.tandem.core.schema.CassandraTables.RECOMMENDATIONS_WITH_PURCHASED_BY_USER;
import static dev.tandem.core.schema.CassandraTables.SIMILAR_ITEMS_BY_ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.foldin.FoldInItem;
import dev.tandem.core.foldin.FoldInModel;
import dev.tandem.core.foldin.FoldInParts;
import dev.tandem.core.foldin.HistoryEvent;
import dev.tandem.core.foldin.LiveRanker;
import dev.tandem.core.foldin.UserHistory;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.recommendation.RankedItem;
import dev.tandem.core.schema.Table;
import dev.tandem.runtime.job.JobReport;
import dev.tandem.runtime.testing.SparkExtension;
import dev.tandem.training.SmallShop;
import dev.tandem.training.interactions.OrderLines;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is in the lists that a model's publication writes. */
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
    private static Path models = Path.of("");

    /** Published once, for all tests that only look at it. */
    @SuppressWarnings("NullAway.Init") // before the first test
    private static TrainedShop tastes;

    @SuppressWarnings("NullAway.Init")
    private static JobReport report;

    @BeforeAll
    static void publishTastes(SparkSession spark) {
        tastes = TrainedShop.train(SmallShop.open(spark, "tastes").filled(), spark, models);
        report = tastes.publish("--top-n-of-items=3");
    }

    @Test
    void recommendsToEachUserTheUnboughtItemsOfTheUsersTaste() {
        Map<String, List<String>> lists = tastes.lists();

        assertThat(lists.keySet()).containsExactlyInAnyOrderElementsOf(SmallShop.allUsers());
        assertThat(lists).allSatisfy((user, items) -> assertThat(items.subList(0, 4))
                .containsExactlyInAnyOrderElementsOf(SmallShop.notBought(user)));
        assertThat(lists).allSatisfy((user, items) -> assertThat(items)
                .noneMatch(item -> item.charAt(0) == user.charAt(0)
                        && !SmallShop.notBought(user).contains(item)));
        assertThat(report.count("users")).isEqualTo(SmallShop.USERS);
        assertThat(report.count("items_not_in_catalogue")).isZero();
    }

    @Test
    void makesTheModelTheActiveOne() {
        assertThat(tastes.active())
                .containsExactly(RowFactory.create(
                        "tastes", tastes.version(), Timestamp.from(LAST_ORDER), Timestamp.from(SmallShop.NOW)));
    }

    @Test
    void putsTheModelWhereListsAreMadeOfHistories() {
        FoldInModel model = foldIn(tastes);

        assertThat(model.eventsUntil()).isEqualTo(LAST_ORDER);
        assertThat(model.items())
                .contains(FoldInItem.listed("a1", "Item a1", "a"))
                .hasSize(SmallShop.allItems().size());
        LiveRanker ranker = new LiveRanker(model, 100);
        assertThat(tastes.lists()).allSatisfy((user, items) -> {
            UserHistory history = UserHistory.of(SmallShop.bought(user).stream()
                    .map(item -> HistoryEvent.order(item, LAST_ORDER, "order-of-" + user))
                    .toList());
            List<RankedItem> live = ranker.rank(history, SmallShop.END);
            assertThat(live.subList(0, 4))
                    .extracting(RankedItem::itemId)
                    .containsExactlyInAnyOrderElementsOf(items.subList(0, 4));
        });
    }

    @Test
    void ranksWhatWasBoughtAsWellAndWhatToBuyAgain() {
        Map<String, List<String>> all = tastes.lists(RECOMMENDATIONS_WITH_PURCHASED_BY_USER);
        Map<String, List<String>> again = tastes.lists(BUY_AGAIN_BY_USER);

        assertThat(SmallShop.allUsers()).allSatisfy(user -> {
            List<String> bought = SmallShop.bought(user);
            assertThat(again.get(user)).containsExactlyElementsOf(bought);
            assertThat(all.get(user)).containsAll(bought).containsAll(SmallShop.notBought(user));
        });
    }

    @Test
    void relatesEachItemToItsKind() {
        for (Table table : List.of(SIMILAR_ITEMS_BY_ITEM, BOUGHT_TOGETHER_BY_ITEM)) {
            Map<String, List<String>> related = tastes.lists(table);

            assertThat(related.keySet()).containsExactlyInAnyOrderElementsOf(SmallShop.allItems());
            assertThat(related).allSatisfy((item, others) -> assertThat(others)
                    .hasSizeLessThanOrEqualTo(3)
                    .doesNotContain(item)
                    .allMatch(other -> other.charAt(0) == item.charAt(0)));
        }
    }

    @Test
    void showsItemsWithNameAndCategory() {
        assertThat(tastes.rows(RECOMMENDATIONS_BY_USER)).allSatisfy(row -> {
            String user = row.getAs("user_id");
            String items = row.getAs("items");
            assertThat(items.substring(0, items.indexOf('}')))
                    .contains("\"name\":\"Item " + user.charAt(0), "\"category\":\"" + user.charAt(0) + "\"");
            assertThat(row.<Timestamp>getAs("events_until").toInstant()).isEqualTo(LAST_ORDER);
            assertThat(row.<Timestamp>getAs("generated_at").toInstant()).isEqualTo(SmallShop.NOW);
        });
    }

    @Test
    void findsWhatIsBoughtTogetherInAnonymousBasketsToo(SparkSession spark) {
        SmallShop shop = SmallShop.open(spark, "baskets").filled().withCatalogue(List.of("c0", "c1"));
        for (int basket = 0; basket < 4; basket++) {
            shop.withAnonymousBasket("basket-" + basket, "c0", "c1");
        }
        TrainedShop baskets = TrainedShop.train(shop, spark, models);

        JobReport published = baskets.publish();

        assertThat(baskets.lists(BOUGHT_TOGETHER_BY_ITEM))
                .containsEntry("c0", List.of("c1"))
                .containsEntry("c1", List.of("c0"));
        assertThat(baskets.lists(SIMILAR_ITEMS_BY_ITEM)).containsEntry("c0", List.of());
        assertThat(published.count("items_unknown_to_model")).isEqualTo(2);
    }

    @Test
    void leavesOutItemsThatAreNotInTheCatalogue(SparkSession spark) {
        SmallShop shop = SmallShop.open(spark, "delisted");
        shop.withOrders(shop.orders())
                .withCatalogue(SmallShop.allItems().stream()
                        .filter(item -> !item.equals("a1"))
                        .toList());
        TrainedShop delisted = TrainedShop.train(shop, spark, models);

        JobReport published = delisted.publish();

        for (Table table : LIST_TABLES) {
            assertThat(delisted.lists(table)).isNotEmpty().allSatisfy((key, items) -> assertThat(items)
                    .doesNotContain("a1"));
        }
        assertThat(delisted.lists(SIMILAR_ITEMS_BY_ITEM)).doesNotContainKey("a1");
        assertThat(published.count("items_not_in_catalogue")).isEqualTo(1);
        assertThat(foldIn(delisted).items()).contains(FoldInItem.unlisted("a1"));
    }

    @Test
    void leavesOutWhatWasBoughtSinceTheModelWasTrained(SparkSession spark) {
        SmallShop shop = SmallShop.open(spark, "since").filled();
        TrainedShop since = TrainedShop.train(shop, spark, models);
        shop.withOrders(OrderLines.of("since").sale("a0", "later-order", "a2", "2026-04-05T10:00:00Z"));

        since.publish();

        assertThat(since.lists().get("a0"))
                .doesNotContain("a2")
                .startsWith("a0")
                .hasSizeGreaterThanOrEqualTo(3);
    }

    private static FoldInModel foldIn(TrainedShop shop) {
        List<Row> rows = shop.rows(FOLD_IN_MODELS).stream()
                .sorted(Comparator.comparing(row -> row.<Integer>getAs("part")))
                .toList();
        FoldInParts parts = new FoldInParts(shop.shop().tenant(), new ModelVersion(shop.version()));
        for (Row row : rows) {
            parts.add(row.getAs("parts"), ByteBuffer.wrap(row.getAs("content")));
        }
        return parts.toModel();
    }
}
