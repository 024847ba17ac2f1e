package dev.tandem.training.evaluation;

import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.USER_ID;
import static dev.tandem.core.schema.ModelColumns.INDEX;
import static dev.tandem.core.schema.ModelColumns.ITEM_INDEX;
import static dev.tandem.core.schema.ModelColumns.USER_INDEX;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import dev.tandem.training.interactions.TrainingSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How many there are on either side of a split, and how many were cold: not there before it.
 *
 * @param trainingUsers who bought or viewed before the split
 * @param trainingItems what was bought or viewed before it
 * @param users who bought after it
 * @param coldUsers of those, who had neither bought nor viewed before it; their pairs are in no score
 * @param items what was bought after it
 * @param coldItems of those, what had been neither bought nor viewed before it
 * @param pairs users and items after it
 * @param pairsOfColdUsers of those, the ones that no score is about
 * @param pairsOfColdItems of users who are judged, the pairs that no ranking can foretell and that count as missed
 */
public record HoldoutCounts(
        long trainingUsers,
        long trainingItems,
        long users,
        long coldUsers,
        long items,
        long coldItems,
        long pairs,
        long pairsOfColdUsers,
        long pairsOfColdItems) {
    static HoldoutCounts of(Dataset<Row> next, TrainingSet training) {
        Dataset<Row> users = broadcast(training.users().withColumnRenamed(INDEX, USER_INDEX));
        Dataset<Row> items = broadcast(training.items().withColumnRenamed(INDEX, ITEM_INDEX));
        Column coldUser = col(USER_INDEX).isNull();
        Column coldItem = col(ITEM_INDEX).isNull();
        Row row = next.join(users, next.col(USER_ID).equalTo(users.col(USER_ID)), "left")
                .join(items, next.col(ITEM_ID).equalTo(items.col(ITEM_ID)), "left")
                .agg(
                        countDistinct(next.col(USER_ID)),
                        countDistinct(when(coldUser, next.col(USER_ID))),
                        countDistinct(next.col(ITEM_ID)),
                        countDistinct(when(coldItem, next.col(ITEM_ID))),
                        count(lit(1)),
                        count(when(coldUser, 1)),
                        count(when(coldItem.and(not(coldUser)), 1)))
                .head();
        return new HoldoutCounts(
                training.userCount(),
                training.itemCount(),
                row.getLong(0),
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6));
    }

    /** Users who were known before the split and bought after it: those who are judged. */
    public long judgedUsers() {
        return users - coldUsers;
    }

    /** The share of the users after the split for whom there is a list of their own. */
    public double usersServed() {
        return users == 0 ? 0 : (double) judgedUsers() / users;
    }

    /** The numbers by name, as JSON has them. */
    public Map<String, Object> byName() {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("training_users", trainingUsers);
        named.put("training_items", trainingItems);
        named.put("users", users);
        named.put("cold_users", coldUsers);
        named.put("items", items);
        named.put("cold_items", coldItems);
        named.put("pairs", pairs);
        named.put("pairs_of_cold_users", pairsOfColdUsers);
        named.put("pairs_of_cold_items", pairsOfColdItems);
        named.put("users_served", usersServed());
        return named;
    }
}
