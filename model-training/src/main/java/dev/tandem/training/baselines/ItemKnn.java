package dev.tandem.training.baselines;

import static dev.tandem.core.schema.ModelColumns.ITEM_INDEX;
import static dev.tandem.core.schema.ModelColumns.USER_INDEX;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;

import dev.tandem.training.evaluation.HeldOutUser;
import dev.tandem.training.evaluation.Ranker;
import dev.tandem.training.evaluation.Target;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Ranks items by how similar they are to what the user has bought: the sum, over the bought items among an item's 50
 * nearest, of {@code c / (sqrt(n1 * n2) + 100)}, where c users have bought both and n1 and n2 each.
 */
public final class ItemKnn implements Ranker {
    private static final long serialVersionUID = 1L;
    private static final int NEIGHBOURS = 50;
    private static final double SHRINKAGE = 100;

    /** By item, the items that have it among their nearest, and how similar they are. */
    private final int[][] nearTo;

    private final float[][] similarities;

    private ItemKnn(int[][] nearTo, float[][] similarities) {
        this.nearTo = nearTo;
        this.similarities = similarities;
    }

    /** Who bought what, by user and by item. */
    @SuppressWarnings("ArrayRecordComponent") // only ever broadcast
    private record Bought(int[][] byUser, int[][] byItem) implements Serializable {}

    /** The nearest of one item. */
    @SuppressWarnings("ArrayRecordComponent") // only ever collected
    private record Nearest(int item, int[] neighbours, float[] similarities) implements Serializable {}

    /**
     * Finds each item's nearest. Driver and executors hold all interactions, 8 bytes each.
     *
     * @param interactions {@code user_index}, {@code item_index} (ints, together the key)
     */
    public static ItemKnn of(Dataset<Row> interactions, int users, int items) {
        JavaSparkContext spark =
                new JavaSparkContext(interactions.sparkSession().sparkContext());
        Broadcast<Bought> bought = spark.broadcast(new Bought(
                grouped(interactions, USER_INDEX, ITEM_INDEX, users),
                grouped(interactions, ITEM_INDEX, USER_INDEX, items)));
        try {
            List<Integer> numbers = IntStream.range(0, items).boxed().toList();
            List<Nearest> nearest = spark.parallelize(numbers)
                    .map(item -> nearest(item, bought.value()))
                    .collect();
            return transposed(nearest, items);
        } finally {
            bought.destroy();
        }
    }

    private static int[][] grouped(Dataset<Row> interactions, String by, String of, int size) {
        int[][] grouped = new int[size][0];
        interactions
                .groupBy(by)
                .agg(collect_list(col(of)))
                .collectAsList()
                .forEach(row -> grouped[row.getInt(0)] = row.<Integer>getList(1).stream()
                        .mapToInt(Integer::intValue)
                        .toArray());
        return grouped;
    }

    private static Nearest nearest(int item, Bought bought) {
        int[] common = new int[bought.byItem().length];
        for (int user : bought.byItem()[item]) {
            for (int other : bought.byUser()[user]) {
                common[other]++;
            }
        }
        float[] similarity = new float[common.length];
        for (int other = 0; other < common.length; other++) {
            double length = Math.sqrt((double) bought.byItem()[item].length * bought.byItem()[other].length);
            similarity[other] = other == item ? 0 : (float) (common[other] / (length + SHRINKAGE));
        }
        int[] neighbours = IntStream.range(0, common.length)
                .filter(other -> similarity[other] > 0)
                .boxed()
                .sorted(Comparator.comparing((Integer other) -> -similarity[other]))
                .limit(NEIGHBOURS)
                .mapToInt(Integer::intValue)
                .toArray();
        float[] similarities = new float[neighbours.length];
        for (int i = 0; i < neighbours.length; i++) {
            similarities[i] = similarity[neighbours[i]];
        }
        return new Nearest(item, neighbours, similarities);
    }

    private static ItemKnn transposed(List<Nearest> nearest, int items) {
        List<List<Integer>> nearTo = lists(items);
        List<List<Float>> similarities = lists(items);
        for (Nearest one : nearest) {
            for (int i = 0; i < one.neighbours().length; i++) {
                nearTo.get(one.neighbours()[i]).add(one.item());
                similarities.get(one.neighbours()[i]).add(one.similarities()[i]);
            }
        }
        int[][] indices = new int[items][];
        float[][] values = new float[items][];
        for (int item = 0; item < items; item++) {
            indices[item] =
                    nearTo.get(item).stream().mapToInt(Integer::intValue).toArray();
            values[item] = new float[indices[item].length];
            for (int i = 0; i < values[item].length; i++) {
                values[item][i] = similarities.get(item).get(i);
            }
        }
        return new ItemKnn(indices, values);
    }

    private static <T> List<List<T>> lists(int size) {
        List<List<T>> lists = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    @Override
    public List<int[]> rank(List<HeldOutUser> users, Target target, int n) {
        return users.stream().map(user -> rank(user, target, n)).toList();
    }

    private int[] rank(HeldOutUser user, Target target, int n) {
        float[] scores = new float[nearTo.length];
        for (int bought : user.bought()) {
            for (int i = 0; i < nearTo[bought].length; i++) {
                scores[nearTo[bought][i]] += similarities[bought][i];
            }
        }
        return IntStream.range(0, scores.length)
                .filter(item -> scores[item] > 0)
                .filter(item -> target == Target.ALL || Arrays.binarySearch(user.bought(), item) < 0)
                .boxed()
                .sorted(Comparator.comparing((Integer item) -> -scores[item]))
                .limit(n)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
