package dev.tandem.etl.bestsellers;

import static dev.tandem.core.schema.Columns.CANCELLED_AT;
import static dev.tandem.core.schema.Columns.CATEGORY;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.KIND;
import static dev.tandem.core.schema.Columns.NAME;
import static dev.tandem.core.schema.Columns.ORDERED_AT;
import static dev.tandem.core.schema.Columns.USER_ID;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;

import dev.tandem.core.interval.DataInterval;
import dev.tandem.core.shop.OrderKind;
import java.sql.Timestamp;
import java.time.Instant;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * What most people bought. An item's rank is the number of its <b>distinct buyers</b>: somebody who buys a thing ten times,
 * or a hundred of it at once, counts once.
 */
final class BestSellers {
    /** The list that an item stands in: its category, or {@link #OVERALL}. */
    static final String LIST = "list";
    /** The name of the list over all categories. */
    static final String OVERALL = "*";
    /** How many different users bought the item. */
    static final String BUYERS = "buyers";
    /** The item's place in its list, from 1. */
    static final String PLACE = "place";

    private BestSellers() {}

    /**
     * The lines that count: bought within the interval, from its start to before its end, and not called off since.
     *
     * @param lines rows of {@code order_lines_by_user}
     */
    static Dataset<Row> sales(Dataset<Row> lines, DataInterval interval) {
        return lines.where(col(KIND)
                .equalTo(OrderKind.SALE.word())
                .and(col(CANCELLED_AT).isNull())
                .and(col(ORDERED_AT).geq(Timestamp.from(interval.start())))
                .and(col(ORDERED_AT).lt(Timestamp.from(interval.end()))));
    }

    /** The time of the latest sale; that of {@code otherwise} where nothing was sold. */
    static Instant latest(Dataset<Row> sales, Instant otherwise) {
        Timestamp latest = sales.agg(max(ORDERED_AT)).head().getTimestamp(0);
        return latest == null ? otherwise : latest.toInstant();
    }

    /**
     * The best sellers of each category and overall. Cost: one shuffle by user and item, one by item, one by list.
     *
     * @param sales rows with {@code user_id} and {@code item_id} of one tenant
     * @param items that tenant's rows of {@code items}; what is not among them is in no list
     * @param limit how many items a list has at the most
     * @return {@code list} string, {@code place} int, {@code item_id}, {@code name}, {@code category} string,
     *     {@code buyers} long; unique by (list, place) and by (list, item); ties stand in the order of their item ids
     */
    static Dataset<Row> rank(Dataset<Row> sales, Dataset<Row> items, int limit) {
        Column place = row_number()
                .over(Window.partitionBy(LIST)
                        .orderBy(col(BUYERS).desc(), col(ITEM_ID).asc()));
        return sales.select(USER_ID, ITEM_ID)
                .distinct()
                .groupBy(ITEM_ID)
                .agg(count(lit(1)).as(BUYERS))
                .join(items.select(ITEM_ID, NAME, CATEGORY), ITEM_ID)
                .withColumn(LIST, explode(array(col(CATEGORY), lit(OVERALL))))
                .withColumn(PLACE, place)
                .where(col(PLACE).leq(limit))
                .select(LIST, PLACE, ITEM_ID, NAME, CATEGORY, BUYERS);
    }
}
