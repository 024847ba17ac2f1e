package dev.tandem.training.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.recommendation.RankedItem;
import dev.tandem.core.recommendation.RankedItems;
import dev.tandem.runtime.testing.Rows;
import dev.tandem.runtime.testing.SparkExtension;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class UserListsTest {
    private static final String FRESH = "recommendations_by_user";
    private static final String ALL = "recommendations_with_purchased_by_user";
    private static final String AGAIN = "buy_again_by_user";

    private static final float HISTORY_WEIGHT = 8;

    private static final Rows USERS =
            Rows.of(StructType.fromDDL("user_id string, factors array<float>, bias_weight float"));
    private static final Rows NOTHING_BOUGHT =
            Rows.of(StructType.fromDDL("user_id string, item_id string, history float"));
    private static final Rows TWO_USERS = USERS.row("u1", List.of(1f, 0f), 0f).row("u2", List.of(0f, 1f), 0f);

    @Test
    void listsTheBestItemsWithTheirFacts(SparkSession spark) {
        assertThat(lists(spark, TWO_USERS, NOTHING_BOUGHT, 10))
                .containsExactlyInAnyOrder(
                        list(FRESH, "u1", lamp(2), mug(1)),
                        list(ALL, "u1", lamp(2), mug(1)),
                        list(AGAIN, "u1"),
                        list(FRESH, "u2", mug(3)),
                        list(ALL, "u2", mug(3)),
                        list(AGAIN, "u2"));
    }

    @Test
    void addsTheItemsBiasByTheUsersWeight(SparkSession spark) {
        Rows users = USERS.row("u1", List.of(1f, 0f), 2f);

        assertThat(lists(spark, users, NOTHING_BOUGHT, 10)).contains(list(FRESH, "u1", mug(4), lamp(2)));
    }

    @Test
    void cutsListsToTheirLength(SparkSession spark) {
        Rows bought = NOTHING_BOUGHT.row("u2", "lamp", 0.5f).row("u2", "mug", 0.7f);

        assertThat(lists(spark, TWO_USERS, bought, 1))
                .contains(list(FRESH, "u1", lamp(2)), list(ALL, "u2", mug(8.6f)), list(AGAIN, "u2", mug(0.7f)));
    }

    @Test
    void partsWhatIsNewFromWhatWasBought(SparkSession spark) {
        Rows bought =
                NOTHING_BOUGHT.row("u1", "lamp", 0.5f).row("u1", "gone", 1f).row("stranger", "mug", 1f);

        assertThat(lists(spark, TWO_USERS, bought, 10))
                .contains(
                        list(FRESH, "u1", mug(1)),
                        list(ALL, "u1", lamp(2 + 0.5f * HISTORY_WEIGHT), mug(1)),
                        list(AGAIN, "u1", lamp(0.5f)));
    }

    @Test
    void ranksWhatWasBoughtAmongTheNewByItsHistory(SparkSession spark) {
        Rows bought = NOTHING_BOUGHT.row("u1", "mug", 0.25f);

        assertThat(lists(spark, TWO_USERS, bought, 10))
                .contains(list(FRESH, "u1", lamp(2)), list(ALL, "u1", mug(3), lamp(2)));
    }

    @Test
    void doesNotOfferAgainWhatIsNoPartOfTheHistory(SparkSession spark) {
        Rows bought = NOTHING_BOUGHT.row("u1", "lamp", 0f);

        assertThat(lists(spark, TWO_USERS, bought, 10))
                .contains(list(FRESH, "u1", mug(1)), list(ALL, "u1", lamp(2), mug(1)), list(AGAIN, "u1"));
    }

    @Test
    void givesAnEmptyListToAUserWhoIsLeftWithNothing(SparkSession spark) {
        assertThat(lists(spark, TWO_USERS, NOTHING_BOUGHT.row("u2", "mug", 0f), 10))
                .contains(list(FRESH, "u2"));
    }

    @Test
    void neverListsAnItemThatTheModelDoesNotKnowUnlessItWasBought(SparkSession spark) {
        Rows bought = NOTHING_BOUGHT.row("u1", "brush", 0.25f);

        List<Row> lists = lists(spark, TWO_USERS, bought, 10);

        RankedItem brush = new RankedItem("brush", 0.25f, "A brush", "bath");
        assertThat(lists).contains(list(FRESH, "u1", lamp(2), mug(1)), list(AGAIN, "u1", brush));
    }

    @Test
    void ranksMoreUsersThanFitIntoOneBlock(SparkSession spark) {
        Rows many = USERS;
        for (int user = 0; user < 600; user++) {
            many = many.row("u" + user, List.of(1f, 0f), 0f);
        }

        assertThat(lists(spark, many, NOTHING_BOUGHT, 10))
                .hasSize(3 * 600)
                .contains(list(FRESH, "u0", lamp(2), mug(1)), list(FRESH, "u599", lamp(2), mug(1)));
    }

    private static List<Row> lists(SparkSession spark, Rows users, Rows bought, int n) {
        Broadcast<Assortment> assortment = new JavaSparkContext(spark.sparkContext()).broadcast(assortment(spark));
        return UserLists.of(users.toDataset(spark).coalesce(1), bought.toDataset(spark), assortment, HISTORY_WEIGHT, n)
                .collectAsList();
    }

    private static Assortment assortment(SparkSession spark) {
        Rows modelItems = Rows.of(StructType.fromDDL("item_id string, factors array<float>, bias float"))
                .row("mug", List.of(1f, 3f), 1.5f)
                .row("gone", List.of(9f, 9f), 9f)
                .row("lamp", List.of(2f, -1f), 0f);
        Rows catalogue = Rows.of(StructType.fromDDL("item_id string, name string, category string"))
                .row("lamp", "A lamp", "light")
                .row("mug", "A mug", "kitchen")
                .row("brush", "A brush", "bath");
        return Assortment.of(modelItems.toDataset(spark), catalogue.toDataset(spark));
    }

    private static RankedItem lamp(float score) {
        return new RankedItem("lamp", score, "A lamp", "light");
    }

    private static RankedItem mug(float score) {
        return new RankedItem("mug", score, "A mug", "kitchen");
    }

    private static Row list(String table, String user, RankedItem... items) {
        return RowFactory.create(table, user, RankedItems.encode(List.of(items)));
    }
}
