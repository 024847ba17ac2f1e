package dev.tandem.core.topn;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Scores four users at a time with two vectors of items, in registers, and compares the sums with the users' thresholds
 * there: a score that cannot enter a list is never stored.
 *
 * <p>Needs the module {@code jdk.incubator.vector}, which is why it is compiled apart and found by name.
 */
final class VectorScan implements Scan {
    /*
     * Eight sums, two vectors of items and one number of a user: eleven registers, within the sixteen that the narrowest
     * machine has. Each loaded vector is used four times, each loaded number twice.
     *
     * A product and a sum, not a fused multiply-add: the sums are then, bit by bit, those of the plain way, so that a list
     * does not depend on the machine; and where the hardware has no fused multiply-add Java's is hundreds of times slower.
     *
     * Sums have to be local variables: in an array they would be objects on the heap.
     */
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int WIDTH = 2 * LANES;
    private static final int USERS = 4;

    private final ItemFactors items;
    private final int rank;
    /** Component {@code c} of the items at the places from {@code p * WIDTH} on is at {@code (p * rank + c) * WIDTH}. */
    private final float[] panels;

    private final float[] scores = new float[USERS * WIDTH];

    VectorScan(ItemFactors items) {
        this.items = items;
        this.rank = items.rank();
        this.panels = new float[panelCount(items) * rank * WIDTH];
        for (int place = 0; place < items.items(); place++) {
            for (int c = 0; c < rank; c++) {
                panels[(place / WIDTH * rank + c) * WIDTH + place % WIDTH] = items.component(place, c);
            }
        }
    }

    @Override
    public void scan(float[] users, Selection[] selections) {
        for (int panel = 0; panel < panelCount(items); panel++) {
            float norm = items.normAt(panel * WIDTH);
            for (int user = 0; user < selections.length; user += USERS) {
                if (isOpen(user, selections, norm)) {
                    select(panel, user, score(panel, users, user, selections), selections);
                }
            }
        }
    }

    private static int panelCount(ItemFactors items) {
        return (items.items() + WIDTH - 1) / WIDTH;
    }

    private static boolean isOpen(int first, Selection[] selections, float norm) {
        for (int user = first; user < Math.min(first + USERS, selections.length); user++) {
            if (!selections[user].isClosedTo(norm)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Scores a panel for up to four users from {@code user} on; the last one stands in for those that are missing. Where a
     * score reaches its user's threshold, all scores are put down in {@link #scores}.
     *
     * @return a bit for each user with such a score, the first user's being the lowest
     */
    private int score(int panel, float[] users, int user, Selection[] selections) {
        int last = selections.length - 1;
        int second = Math.min(user + 1, last);
        int third = Math.min(user + 2, last);
        int fourth = Math.min(user + 3, last);
        int a = user * rank;
        int b = second * rank;
        int c = third * rank;
        int d = fourth * rank;
        FloatVector a0 = FloatVector.zero(SPECIES);
        FloatVector a1 = a0;
        FloatVector b0 = a0;
        FloatVector b1 = a0;
        FloatVector c0 = a0;
        FloatVector c1 = a0;
        FloatVector d0 = a0;
        FloatVector d1 = a0;
        int at = panel * rank * WIDTH;
        for (int component = 0; component < rank; component++) {
            FloatVector x = FloatVector.fromArray(SPECIES, panels, at);
            FloatVector y = FloatVector.fromArray(SPECIES, panels, at + LANES);
            at += WIDTH;
            FloatVector factor = FloatVector.broadcast(SPECIES, users[a + component]);
            a0 = x.mul(factor).add(a0);
            a1 = y.mul(factor).add(a1);
            factor = FloatVector.broadcast(SPECIES, users[b + component]);
            b0 = x.mul(factor).add(b0);
            b1 = y.mul(factor).add(b1);
            factor = FloatVector.broadcast(SPECIES, users[c + component]);
            c0 = x.mul(factor).add(c0);
            c1 = y.mul(factor).add(c1);
            factor = FloatVector.broadcast(SPECIES, users[d + component]);
            d0 = x.mul(factor).add(d0);
            d1 = y.mul(factor).add(d1);
        }
        VectorMask<Float> aEnters = reach(a0, a1, selections[user].threshold());
        VectorMask<Float> bEnters = reach(b0, b1, selections[second].threshold());
        VectorMask<Float> cEnters = reach(c0, c1, selections[third].threshold());
        VectorMask<Float> dEnters = reach(d0, d1, selections[fourth].threshold());
        if (!aEnters.or(bEnters).or(cEnters.or(dEnters)).anyTrue()) {
            return 0;
        }
        a0.intoArray(scores, 0);
        a1.intoArray(scores, LANES);
        b0.intoArray(scores, WIDTH);
        b1.intoArray(scores, WIDTH + LANES);
        c0.intoArray(scores, 2 * WIDTH);
        c1.intoArray(scores, 2 * WIDTH + LANES);
        d0.intoArray(scores, 3 * WIDTH);
        d1.intoArray(scores, 3 * WIDTH + LANES);
        return (aEnters.anyTrue() ? 1 : 0)
                | (bEnters.anyTrue() ? 2 : 0)
                | (cEnters.anyTrue() ? 4 : 0)
                | (dEnters.anyTrue() ? 8 : 0);
    }

    private static VectorMask<Float> reach(FloatVector low, FloatVector high, float threshold) {
        return low.compare(VectorOperators.GE, threshold).or(high.compare(VectorOperators.GE, threshold));
    }

    private void select(int panel, int user, int entering, Selection[] selections) {
        for (int k = 0; k < Math.min(USERS, selections.length - user); k++) {
            if ((entering >> k & 1) != 0) {
                select(panel, k * WIDTH, selections[user + k]);
            }
        }
    }

    private void select(int panel, int from, Selection selection) {
        int first = panel * WIDTH;
        int count = Math.min(WIDTH, items.items() - first);
        float threshold = selection.threshold();
        for (int i = 0; i < count; i++) {
            if (scores[from + i] >= threshold) {
                selection.offer(scores[from + i], items.itemAt(first + i));
                threshold = selection.threshold();
            }
        }
    }
}
