package dev.tandem.training.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.recommendation.RankedItem;
import dev.tandem.core.recommendation.RankedItems;
import dev.tandem.runtime.testing.Rows;
import dev.tandem.runtime.testing.SparkExtension;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class UserListsTest {
    private static final Rows NO_PURCHASES = Rows.of(StructType.fromDDL("user_id string, item_id string"));
    private static final RankedItem LAMP = new RankedItem("lamp", 2, "A lamp", "light");
    private static final RankedItem MUG = new RankedItem("mug", 1, "A mug", "kitchen");

    @Test
    void listsTheBestItemsWithTheirFacts(SparkSession spark) {
        Dataset<Row> lists = UserLists.of(users(spark), NO_PURCHASES.toDataset(spark), assortment(spark), 10);

        assertThat(lists.collectAsList())
                .containsExactlyInAnyOrder(
                        list("u1", LAMP, MUG), list("u2", new RankedItem("mug", 3, "A mug", "kitchen")));
    }

    @Test
    void cutsListsToTheirLength(SparkSession spark) {
        Dataset<Row> lists = UserLists.of(users(spark), NO_PURCHASES.toDataset(spark), assortment(spark), 1);

        assertThat(lists.collectAsList()).contains(list("u1", LAMP));
    }

    @Test
    void leavesOutWhatTheUserHasBought(SparkSession spark) {
        Dataset<Row> purchases = NO_PURCHASES
                .row("u1", "lamp")
                .row("u1", "lamp")
                .row("u1", "gone")
                .row("stranger", "mug")
                .toDataset(spark);

        Dataset<Row> lists = UserLists.of(users(spark), purchases, assortment(spark), 10);

        assertThat(lists.collectAsList()).contains(list("u1", MUG));
    }

    @Test
    void givesAnEmptyListToAUserWhoIsLeftWithNothing(SparkSession spark) {
        Dataset<Row> purchases = NO_PURCHASES.row("u2", "mug").toDataset(spark);

        Dataset<Row> lists = UserLists.of(users(spark), purchases, assortment(spark), 10);

        assertThat(lists.collectAsList()).contains(list("u2"));
    }

    @Test
    void ranksMoreUsersThanFitIntoOneBlock(SparkSession spark) {
        Rows many = Rows.of(StructType.fromDDL("user_id string, factors array<float>"));
        for (int user = 0; user < 600; user++) {
            many = many.row("u" + user, List.of(1f, 0f));
        }

        Dataset<Row> lists =
                UserLists.of(many.toDataset(spark).coalesce(1), NO_PURCHASES.toDataset(spark), assortment(spark), 10);

        assertThat(lists.collectAsList()).hasSize(600).contains(list("u0", LAMP, MUG), list("u599", LAMP, MUG));
    }

    private static Dataset<Row> users(SparkSession spark) {
        return Rows.of(StructType.fromDDL("user_id string, factors array<float>"))
                .row("u1", List.of(1f, 0f))
                .row("u2", List.of(0f, 1f))
                .toDataset(spark);
    }

    private static Assortment assortment(SparkSession spark) {
        Dataset<Row> modelItems = Rows.of(StructType.fromDDL("item_id string, index int, factors array<float>"))
                .row("mug", 2, List.of(1f, 3f))
                .row("gone", 0, List.of(9f, 9f))
                .row("lamp", 1, List.of(2f, -1f))
                .toDataset(spark);
        Dataset<Row> catalogue = Rows.of(StructType.fromDDL("item_id string, name string, category string"))
                .row("lamp", "A lamp", "light")
                .row("mug", "A mug", "kitchen")
                .row("never-bought", "A brush", "bath")
                .toDataset(spark);
        return Assortment.of(modelItems, catalogue);
    }

    private static Row list(String user, RankedItem... items) {
        return RowFactory.create(user, RankedItems.encode(List.of(items)));
    }
}
