package dev.tandem.training.related;

import static dev.tandem.core.schema.ModelColumns.INDEX;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.shiftright;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;

/**
 * Sets of items that stand together: the items of an order, or of a user. Close it when its counts and pairs have been
 * used.
 *
 * <p>A group of k items has k(k-1)/2 pairs, and there are baskets of a thousand lines. Groups are therefore cut to a
 * number of items, those with the smallest hash of group and item: a sample that is the same in every run, and that does
 * not favour any item. Counts are of the groups so cut, so that they fit the pairs.
 */
final class Groups implements AutoCloseable {
    static final String FIRST = "first";
    static final String SECOND = "second";
    static final String TOGETHER = "together";

    private static final long LOWER_HALF = 0xffff_ffffL;
    private static final String PAIR = "value";

    /** Column {@code index}: the item indices of a group, each once. */
    private final Dataset<Row> groups;

    private Groups(Dataset<Row> groups) {
        this.groups = groups;
    }

    /**
     * Groups items.
     *
     * @param members the column {@code group} and {@code index} (int); rows may repeat
     * @param group name of the column that tells groups apart
     * @param most how many items of a group to keep
     */
    static Groups of(Dataset<Row> members, String group, int most) {
        Dataset<Row> sets = members.groupBy(group).agg(collect_set(INDEX).as(INDEX));
        Column byHash = array_sort(transform(
                col(INDEX), index -> struct(xxhash64(col(group), index).as("hash"), index.as(INDEX))));
        return new Groups(sets.select(slice(transform(byHash, member -> member.getField(INDEX)), 1, most)
                        .as(INDEX))
                .persist(StorageLevel.MEMORY_AND_DISK()));
    }

    /** How many groups there are. */
    long size() {
        return groups.count();
    }

    /**
     * In how many groups each item stands.
     *
     * @param items number of items
     * @return by index
     */
    long[] counts(int items) {
        long[] counts = new long[items];
        for (Row row : groups.select(explode(col(INDEX)).as(INDEX))
                .groupBy(INDEX)
                .agg(count(lit(1)))
                .collectAsList()) {
            counts[row.getInt(0)] = row.getLong(1);
        }
        return counts;
    }

    /**
     * In how many groups two items stand together.
     *
     * @return {@code first}, {@code second} (together the key; ints, the first being less), {@code together} (long); only
     *     pairs that stand together at all; one shuffle by pair
     */
    Dataset<Row> pairs() {
        FlatMapFunction<Row, Long> pairsOfGroup = Groups::pairsOf;
        return groups.flatMap(pairsOfGroup, Encoders.LONG())
                .groupBy(PAIR)
                .agg(count(lit(1)).as(TOGETHER))
                .select(
                        shiftright(col(PAIR), Integer.SIZE)
                                .cast(DataTypes.IntegerType)
                                .as(FIRST),
                        col(PAIR)
                                .bitwiseAND(LOWER_HALF)
                                .cast(DataTypes.IntegerType)
                                .as(SECOND),
                        col(TOGETHER));
    }

    @Override
    public void close() {
        groups.unpersist();
    }

    /** A pair is one number, which is much less to shuffle and compare than a row of two. */
    private static Iterator<Long> pairsOf(Row group) {
        List<Integer> members = group.getList(0);
        int[] indices = members.stream().mapToInt(Integer::intValue).sorted().toArray();
        return Arrays.stream(indices)
                .boxed()
                .flatMap(second -> IntStream.of(indices)
                        .takeWhile(first -> first < second)
                        .mapToObj(first -> (long) first << Integer.SIZE | second))
                .iterator();
    }
}
