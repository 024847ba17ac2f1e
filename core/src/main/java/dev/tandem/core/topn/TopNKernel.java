package dev.tandem.core.topn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The best n items of each of a block of users, by the product of their factors. The result is exact: it is what
 * computing and sorting every score in single precision would give, component by component from the first to the last.
 *
 * <p>Where the JVM has the module {@code jdk.incubator.vector} ({@code --add-modules jdk.incubator.vector}) it is used;
 * the lists are the same without, and take longer.
 *
 * <p>Not for use by several threads at once; the {@link ItemFactors} may be shared.
 */
public final class TopNKernel {
    private final ItemFactors items;
    private final int n;
    private final float floor;
    private final Scan scan;
    private final ExpectedFloors expectedFloors;

    /**
     * @param n length of a list at the most, 1 or more
     * @param floor only items with a greater score are listed; {@code Float.NEGATIVE_INFINITY} for every one
     */
    public TopNKernel(ItemFactors items, int n, float floor) {
        this(items, n, floor, Instructions.best());
    }

    /** A kernel that uses the given instructions, for comparing them. */
    public TopNKernel(ItemFactors items, int n, float floor, Instructions instructions) {
        if (n < 1) {
            throw new IllegalArgumentException("n is " + n + "; allowed: 1 or more");
        }
        this.items = items;
        this.n = Math.min(n, Math.max(items.items(), 1));
        this.floor = floor;
        this.scan = instructions.scan(items);
        this.expectedFloors = new ExpectedFloors(items, this.n, floor, instructions);
    }

    /**
     * Ranks the items for each user of a block. Cost: users × items × rank multiplications, less where the lengths of
     * item vectors differ much; best with some hundred users.
     *
     * @param users user by user: component {@code c} of user {@code u} at {@code u * rank + c}
     * @param excluded for each user the indices of the items that must not be listed, ascending
     * @return for each user the best items, fewer than n where fewer are left
     */
    public List<TopItems> rank(float[] users, List<int[]> excluded) {
        int count = excluded.size();
        if (users.length != count * items.rank()) {
            throw new IllegalArgumentException("%d numbers are not the factors of %d users of rank %d"
                    .formatted(users.length, count, items.rank()));
        }
        double[] reaches = IntStream.range(0, count)
                .mapToDouble(user -> reach(users, user * items.rank()))
                .toArray();
        float[] floors = expectedFloors.of(users, excluded, reaches);
        Selection[] selections = new Selection[count];
        for (int user = 0; user < count; user++) {
            selections[user] = new Selection(n, floors[user], excluded.get(user), reaches[user]);
        }
        scan.scan(users, selections);
        for (int user = 0; user < count; user++) {
            if (floors[user] > floor && !selections[user].isFull()) {
                selections[user] = new Selection(n, floor, excluded.get(user), reaches[user]);
                int first = user * items.rank();
                scan.scan(Arrays.copyOfRange(users, first, first + items.rank()), new Selection[] {selections[user]});
            }
        }
        return Arrays.stream(selections).map(Selection::ranked).toList();
    }

    /** What the norm of an item has to be multiplied with to bound its score for a user, rounding included. */
    private double reach(float[] users, int first) {
        // Each of rank products and rank sums is off by half a unit in the last place at the most.
        double rounding = 1 + (items.rank() + 1) * (double) Math.ulp(1f);
        return ItemFactors.norm(users, first, items.rank()) * rounding;
    }
}
