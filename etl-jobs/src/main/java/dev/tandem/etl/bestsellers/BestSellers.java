package dev.tandem.etl.bestsellers;

import static dev.tandem.core.schema.Columns.CANCELLED_AT;
import static dev.tandem.core.schema.Columns.CATEGORY;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.KIND;
import static dev.tandem.core.schema.Columns.NAME;
import static dev.tandem.core.schema.Columns.ORDERED_AT;
import static dev.tandem.core.schema.Columns.QUANTITY;
import static dev.tandem.core.schema.Columns.USER_ID;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

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
 * or a hundred of it at once, counts once, and not at all who gave it back.
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

    private static final String FIRST_SALE = "first_sale";

    private BestSellers() {}

    /**
     * The lines that count: of sales and cancellation documents within the interval, from its start to before its end,
     * without those of sales that were called off since.
     *
     * @param lines rows of {@code order_lines_by_user}
     */
    static Dataset<Row> within(DataInterval interval, Dataset<Row> lines) {
        return lines.where(col(CANCELLED_AT)
                .isNull()
                .and(col(ORDERED_AT).geq(Timestamp.from(interval.start())))
                .and(col(ORDERED_AT).lt(Timestamp.from(interval.end()))));
    }

    /** The time of the latest line; that of {@code otherwise} where there is none. */
    static Instant latest(Dataset<Row> lines, Instant otherwise) {
        Timestamp latest = lines.agg(max(ORDERED_AT)).head().getTimestamp(0);
        return latest == null ? otherwise : latest.toInstant();
    }

    /**
     * Who bought what: a user and an item where the user bought more of it than was given back since. What is given back
     * before the first sale among the lines belongs to an earlier one, and takes nothing away. Cost: one shuffle by user
     * and item.
     *
     * @param lines as from {@link #within}
     * @return {@code user_id}, {@code item_id} string, each pair once
     */
    static Dataset<Row> buyers(Dataset<Row> lines) {
        Column isSale = col(KIND).equalTo(OrderKind.SALE.word());
        Column firstSale = min(when(isSale, col(ORDERED_AT))).over(Window.partitionBy(USER_ID, ITEM_ID));
        Column kept = sum(when(isSale, col(QUANTITY)).otherwise(negate(col(QUANTITY))));
        return lines.withColumn(FIRST_SALE, firstSale)
                .where(col(ORDERED_AT).geq(col(FIRST_SALE)))
                .groupBy(USER_ID, ITEM_ID)
                .agg(kept.as(QUANTITY))
                .where(col(QUANTITY).gt(0))
                .select(USER_ID, ITEM_ID);
    }

    /**
     * The best sellers of each category and overall. Cost: one shuffle by item, one by list.
     *
     * @param buyers as from {@link #buyers}, of one tenant
     * @param items that tenant's rows of {@code items}; what is not among them is in no list
     * @param limit how many items a list has at the most
     * @return {@code list} string, {@code place} int, {@code item_id}, {@code name}, {@code category} string,
     *     {@code buyers} long; unique by (list, place) and by (list, item); ties stand in the order of their item ids
     */
    static Dataset<Row> rank(Dataset<Row> buyers, Dataset<Row> items, int limit) {
        Column place = row_number()
                .over(Window.partitionBy(LIST)
                        .orderBy(col(BUYERS).desc(), col(ITEM_ID).asc()));
        return buyers.groupBy(ITEM_ID)
                .agg(count(lit(1)).as(BUYERS))
                .join(items.select(ITEM_ID, NAME, CATEGORY), ITEM_ID)
                .withColumn(LIST, explode(array(col(CATEGORY), lit(OVERALL))))
                .withColumn(PLACE, place)
                .where(col(PLACE).leq(limit))
                .select(LIST, PLACE, ITEM_ID, NAME, CATEGORY, BUYERS);
    }
}
