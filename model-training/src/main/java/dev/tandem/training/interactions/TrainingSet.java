package dev.tandem.training.interactions;

import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.ORDERED_AT;
import static dev.tandem.core.schema.Columns.USER_ID;
import static dev.tandem.core.schema.ModelColumns.INDEX;
import static dev.tandem.core.schema.ModelColumns.ITEM_INDEX;
import static dev.tandem.core.schema.ModelColumns.STRENGTH;
import static dev.tandem.core.schema.ModelColumns.USER_INDEX;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;

import dev.tandem.core.interval.DataInterval;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The purchases and views of an interval with their users and items numbered. It keeps them in the executors' memory until it is
 * closed.
 */
public final class TrainingSet implements AutoCloseable {
    private final DataInterval interval;
    private final Dataset<Row> purchases;
    private final Dataset<Row> kept;
    private final Dataset<Row> views;
    private final Dataset<Row> users;
    private final Dataset<Row> items;
    private final int userCount;
    private final int itemCount;
    private final Map<EventWeights, Dataset<Row>> interactions = new HashMap<>();

    private TrainingSet(DataInterval interval, UserEvents events) {
        this.interval = interval;
        this.purchases = Purchases.boughtIn(interval, events.orderLines()).persist();
        this.kept = Purchases.keptIn(interval, events.orderLines());
        this.views = Views.countingIn(interval, events.views());
        this.users = IdIndex.of(ids(USER_ID), USER_ID).persist();
        this.items = IdIndex.of(ids(ITEM_ID), ITEM_ID).persist();
        this.userCount = Math.toIntExact(users.count());
        this.itemCount = Math.toIntExact(items.count());
    }

    /**
     * Users and items are those of whatever was bought or viewed in an interval, and interactions those of what was kept or
     * viewed: a user who gave everything back is known, and has none.
     *
     * @param events of one tenant, of any time; a view counts up to {@link dev.tandem.core.event.View#LIFETIME} before the
     *     interval's end
     */
    public static TrainingSet of(UserEvents events, DataInterval interval) {
        return new TrainingSet(interval, events);
    }

    public DataInterval interval() {
        return interval;
    }

    /** {@code user_id} (the key), {@code index}. */
    public Dataset<Row> users() {
        return users;
    }

    /** {@code item_id} (the key), {@code index}. */
    public Dataset<Row> items() {
        return items;
    }

    public int userCount() {
        return userCount;
    }

    public int itemCount() {
        return itemCount;
    }

    /** {@code user_id}, {@code item_id} (together the key), {@code strength}, {@code ordered_at}. */
    public Dataset<Row> interactions(EventWeights weights) {
        return interactions.computeIfAbsent(weights, given -> Interactions.of(kept, views, interval.end(), given)
                .persist());
    }

    /** {@code user_index}, {@code item_index} (ints, together the key), {@code strength}. */
    public Dataset<Row> indexed(EventWeights weights) {
        return numbered(interactions(weights)).select(USER_INDEX, ITEM_INDEX, STRENGTH);
    }

    /** {@code user_index} and {@code item_index} beside the other columns of rows, without rows of other users and items. */
    Dataset<Row> numbered(Dataset<Row> rows) {
        return rows.join(broadcast(users.withColumnRenamed(INDEX, USER_INDEX)), USER_ID)
                .join(broadcast(items.withColumnRenamed(INDEX, ITEM_INDEX)), ITEM_ID);
    }

    /** By item index, how many users have bought the item in the interval. */
    public int[] buyers() {
        return buyersSince(interval.start());
    }

    /** By item index, how many users have bought the item in the last part of the interval. */
    public int[] recentBuyers(Duration window) {
        return buyersSince(interval.end().minus(window));
    }

    private Dataset<Row> ids(String column) {
        return purchases.select(column).union(views.select(column));
    }

    private int[] buyersSince(Instant start) {
        int[] buyers = new int[itemCount];
        purchases
                .where(col(ORDERED_AT).geq(lit(start)))
                .groupBy(ITEM_ID)
                .agg(countDistinct(USER_ID))
                .join(items, ITEM_ID)
                .drop(ITEM_ID)
                .collectAsList()
                .forEach(row -> buyers[row.getInt(1)] = Math.toIntExact(row.getLong(0)));
        return buyers;
    }

    @Override
    public void close() {
        interactions.values().forEach(Dataset::unpersist);
        items.unpersist();
        users.unpersist();
        purchases.unpersist();
    }
}
