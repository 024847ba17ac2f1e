package dev.tandem.training.evaluation;

import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.USER_ID;
import static dev.tandem.core.schema.ModelColumns.HISTORY;
import static dev.tandem.core.schema.ModelColumns.INDEX;
import static dev.tandem.core.schema.ModelColumns.ITEM_INDEX;
import static dev.tandem.core.schema.ModelColumns.USER_INDEX;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import dev.tandem.training.interactions.OwnHistory;
import dev.tandem.training.interactions.Purchases;
import dev.tandem.training.interactions.TrainingSet;
import dev.tandem.training.interactions.UserEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * What was bought and viewed before a point in time, and what the same users bought after it. Rankings that were made of
 * the one are judged by the other.
 */
public final class Holdout implements AutoCloseable {
    private static final String NEXT = "next";
    private static final int BLOCK = 256;

    private final TimeSplit split;
    private final Dataset<Row> orderLines;
    private final TrainingSet training;
    private final HoldoutCounts counts;
    private final int[] buyers;
    private final Dataset<Row> next;
    private final Map<Duration, JavaRDD<HeldOutUser>> users = new HashMap<>();

    private Holdout(TimeSplit split, UserEvents events) {
        this.split = split;
        this.orderLines = events.orderLines();
        this.training = TrainingSet.of(events, split.before());
        this.buyers = training.buyers();
        this.next = Purchases.boughtIn(split.after(), events.orderLines())
                .select(USER_ID, ITEM_ID)
                .distinct()
                .persist();
        this.counts = HoldoutCounts.of(next, training);
    }

    /**
     * Splits events.
     *
     * @param events of one tenant, of any time
     */
    public static Holdout of(UserEvents events, TimeSplit split) {
        return new Holdout(split, events);
    }

    public TimeSplit split() {
        return split;
    }

    /** What rankers are made of. */
    public TrainingSet training() {
        return training;
    }

    public HoldoutCounts counts() {
        return counts;
    }

    /** By item index, how many users had bought the item before the split. */
    public int[] buyers() {
        return buyers.clone();
    }

    /**
     * Judges a ranker over all users who bought or viewed before the split and bought after it.
     *
     * @param halfLife of the own history that the ranker is shown
     */
    public Scores score(Ranker ranker, Target target, Duration halfLife) {
        JavaRDD<HeldOutUser> judged = users.computeIfAbsent(halfLife, this::users);
        JavaSparkContext spark = new JavaSparkContext(judged.context());
        Broadcast<Ranker> sharedRanker = spark.broadcast(ranker);
        Broadcast<int[]> sharedBuyers = spark.broadcast(buyers);
        int allUsers = training.userCount();
        try {
            return judged
                    .mapPartitions(
                            part -> List.of(judge(part, sharedRanker.value(), target, sharedBuyers.value(), allUsers))
                                    .iterator())
                    .collect()
                    .stream()
                    .reduce(new ScoreSums(), ScoreSums::plus)
                    .average(training.itemCount());
        } finally {
            sharedRanker.destroy();
            sharedBuyers.destroy();
        }
    }

    private static ScoreSums judge(
            Iterator<HeldOutUser> users, Ranker ranker, Target target, int[] buyers, int allUsers) {
        ScoreSums sums = new ScoreSums();
        List<HeldOutUser> block = new ArrayList<>(BLOCK);
        while (users.hasNext()) {
            block.clear();
            while (block.size() < BLOCK && users.hasNext()) {
                block.add(users.next());
            }
            List<int[]> ranked = ranker.rank(block, target, ScoreSums.LONG);
            for (int i = 0; i < block.size(); i++) {
                sums.add(block.get(i), target, ranked.get(i), buyers, allUsers);
            }
        }
        return sums;
    }

    private JavaRDD<HeldOutUser> users(Duration halfLife) {
        Dataset<Row> items = broadcast(training.items().withColumnRenamed(INDEX, ITEM_INDEX));
        Dataset<Row> nexts = next.join(items, next.col(ITEM_ID).equalTo(items.col(ITEM_ID)), "left")
                .groupBy(next.col(USER_ID))
                .agg(sort_array(collect_list(struct(col(ITEM_INDEX), next.col(ITEM_ID))))
                        .as(NEXT));
        Dataset<Row> histories = new OwnHistory(split.before(), halfLife)
                .beside(Purchases.boughtIn(split.before(), orderLines), orderLines)
                .join(items, ITEM_ID)
                .groupBy(USER_ID)
                .agg(sort_array(collect_list(struct(col(ITEM_INDEX), col(HISTORY))))
                        .as(HISTORY));
        return nexts.join(histories, new String[] {USER_ID}, "left")
                .join(broadcast(training.users().withColumnRenamed(INDEX, USER_INDEX)), USER_ID)
                .select(USER_INDEX, HISTORY, NEXT)
                .javaRDD()
                .map(Holdout::user)
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    private static HeldOutUser user(Row row) {
        List<Row> history = row.isNullAt(1) ? List.of() : row.getList(1);
        int[] bought = new int[history.size()];
        float[] strengths = new float[bought.length];
        for (int i = 0; i < bought.length; i++) {
            bought[i] = history.get(i).getInt(0);
            strengths[i] = history.get(i).getFloat(1);
        }
        List<Row> next = row.getList(2);
        int[] known = next.stream()
                .filter(item -> !item.isNullAt(0))
                .mapToInt(item -> item.getInt(0))
                .toArray();
        return new HeldOutUser(row.getInt(0), bought, strengths, known, next.size() - known.length);
    }

    @Override
    public void close() {
        users.values().forEach(JavaRDD::unpersist);
        next.unpersist();
        training.close();
    }
}
