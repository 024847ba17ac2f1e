package dev.tandem.training.topn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The best n items of each of a block of users, by the product of their factors. The result is exact: it is what
 * computing and sorting every score in single precision would give.
 *
 * <p>Not for use by several threads at once; the {@link ItemFactors} may be shared.
 */
public final class TopNKernel {
    /*
     * Tile by tile of items, pair by pair of users: the scores of two users with one tile are summed up in two arrays
     * that never leave the first-level cache, and what exceeds a user's threshold goes into that user's selection at
     * once. No score is stored that cannot enter a list; that, more than the product, is what the usual way pays for.
     *
     * Two users times two components in one loop body is what HotSpot unrolls and vectorises best: every loaded item
     * component is used twice. With more (four components of two users, six of one) the body grows past its unrolling
     * limit and falls back to scalar code, four times slower. Fused multiply-add would gain some 10-20 % where the
     * hardware has it and lose a factor of hundreds where it has not, so that it is left alone.
     */
    private final ItemFactors items;
    private final int n;
    private final float floor;
    private final float[] scores;
    private final float[] otherScores;

    /**
     * @param n length of a list at the most, 1 or more
     * @param floor only items with a greater score are listed; {@code Float.NEGATIVE_INFINITY} for every one
     */
    public TopNKernel(ItemFactors items, int n, float floor) {
        if (n < 1) {
            throw new IllegalArgumentException("n is " + n + "; allowed: 1 or more");
        }
        this.items = items;
        this.n = Math.min(n, Math.max(items.items(), 1));
        this.floor = floor;
        this.scores = new float[items.width()];
        this.otherScores = new float[items.width()];
    }

    /**
     * Ranks the items for each user of a block. Cost: users × items × rank multiplications; best with some hundred users.
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
        List<Selection> selections = new ArrayList<>(count);
        for (int[] indices : excluded) {
            selections.add(new Selection(n, floor, indices));
        }
        for (int tile = 0; tile < items.tiles(); tile++) {
            for (int user = 0; user < count; user += 2) {
                // An odd last user is paired with itself and selected once.
                int other = Math.min(user + 1, count - 1);
                multiply(tile, users, user * items.rank(), other * items.rank());
                select(tile, scores, selections.get(user));
                if (other != user) {
                    select(tile, otherScores, selections.get(other));
                }
            }
        }
        return selections.stream().map(Selection::ranked).toList();
    }

    /** Fills both score arrays with the products of the users at {@code first} and {@code second} with a tile. */
    private void multiply(int tile, float[] users, int first, int second) {
        Arrays.fill(scores, 0);
        Arrays.fill(otherScores, 0);
        int rank = items.rank();
        for (int c = 0; c + 1 < rank; c += 2) {
            float[] row = items.row(tile, c);
            float[] nextRow = items.row(tile, c + 1);
            add(
                    row,
                    nextRow,
                    scores,
                    otherScores,
                    users[first + c],
                    users[first + c + 1],
                    users[second + c],
                    users[second + c + 1]);
        }
        if (rank % 2 == 1) {
            int c = rank - 1;
            add(
                    items.row(tile, c),
                    items.row(tile, rank),
                    scores,
                    otherScores,
                    users[first + c],
                    0,
                    users[second + c],
                    0);
        }
    }

    /** The loop that has to be vectorised: {@code x += a*x0 + b*x1} and {@code y += a*y0 + b*y1} by element. */
    private static void add(float[] a, float[] b, float[] x, float[] y, float x0, float x1, float y0, float y1) {
        for (int i = 0; i < x.length; i++) {
            float ai = a[i];
            float bi = b[i];
            x[i] = x[i] + x0 * ai + x1 * bi;
            y[i] = y[i] + y0 * ai + y1 * bi;
        }
    }

    private void select(int tile, float[] tileScores, Selection selection) {
        int first = tile * items.width();
        int count = Math.min(items.width(), items.items() - first);
        float threshold = selection.threshold();
        for (int i = 0; i < count; i++) {
            if (tileScores[i] > threshold) {
                selection.offer(tileScores[i], first + i);
                threshold = selection.threshold();
            }
        }
    }
}
