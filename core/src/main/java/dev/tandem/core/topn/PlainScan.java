package dev.tandem.core.topn;

import java.util.Arrays;

/** Scores whole tiles in loops that HotSpot turns into vector instructions by itself, then looks through the scores. */
final class PlainScan implements Scan {
    /*
     * Tile by tile of items, pair by pair of users: the scores of two users with one tile are summed up in two arrays
     * that never leave the first-level cache, and what reaches a user's threshold goes into that user's selection at
     * once. No score is stored that cannot enter a list; that, more than the product, is what the usual way pays for.
     *
     * Two users times two components in one loop body is what HotSpot unrolls and vectorises best: every loaded item
     * component is used twice. With more (four components of two users, six of one) the body grows past its unrolling
     * limit and falls back to scalar code, four times slower.
     */
    private final ItemFactors items;
    private final float[] scores;
    private final float[] otherScores;

    PlainScan(ItemFactors items) {
        this.items = items;
        this.scores = new float[items.width()];
        this.otherScores = new float[items.width()];
    }

    @Override
    public void scan(float[] users, Selection[] selections) {
        for (int tile = 0; tile < items.tiles(); tile++) {
            float norm = items.normAt(tile * items.width());
            for (int user = 0; user < selections.length; user += 2) {
                // An odd last user is paired with itself and selected once.
                int other = Math.min(user + 1, selections.length - 1);
                if (selections[user].isClosedTo(norm) && selections[other].isClosedTo(norm)) {
                    continue;
                }
                multiply(tile, users, user * items.rank(), other * items.rank());
                select(tile, scores, selections[user]);
                if (other != user) {
                    select(tile, otherScores, selections[other]);
                }
            }
        }
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
            if (tileScores[i] >= threshold) {
                selection.offer(tileScores[i], items.itemAt(first + i));
                threshold = selection.threshold();
            }
        }
    }
}
