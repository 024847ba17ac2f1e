package dev.tandem.core.topn;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the last score of a user's list will be at the least, as a sample of the items lets expect. Nearly always true, and
 * easily checked: a list that is then not full was expected too much of.
 */
final class ExpectedFloors {
    /*
     * A list of a hundred out of twenty thousand items takes up some seven hundred on its way while its threshold rises
     * from nothing; begun with the threshold that a sixteenth of the items suggests it takes up some two hundred.
     */
    private static final int STEP = 16;

    /** Of fewer items a sample says too little. */
    private static final int LEAST_ITEMS = 4_096;

    /** How many standard deviations the sample may be out before a list has to be made again: two lists in a hundred. */
    private static final double MARGIN = 2.5;

    private final @Nullable Scan sample;
    private final int n;
    private final float floor;

    /**
     * @param floor only greater scores are listed
     */
    ExpectedFloors(ItemFactors items, int n, float floor, Instructions instructions) {
        this.sample = items.items() < LEAST_ITEMS ? null : instructions.scan(items.everyNth(STEP));
        this.n = n;
        this.floor = floor;
    }

    /**
     * Estimates.
     *
     * @param reaches of the users, as {@link Selection} takes them
     * @return for each user the floor, or a greater score below which the user's list will probably not go
     */
    float[] of(float[] users, List<int[]> excluded, double[] reaches) {
        float[] floors = new float[reaches.length];
        Arrays.fill(floors, floor);
        if (sample != null) {
            Selection[] selections = new Selection[reaches.length];
            for (int user = 0; user < reaches.length; user++) {
                // What is excluded may be the best of all: then so much more of the sample is above the list's end.
                double expected = (double) (n + excluded.get(user).length) / STEP;
                int above = (int) Math.ceil(expected + MARGIN * Math.sqrt(expected)) + 1;
                selections[user] = new Selection(above, floor, new int[0], reaches[user]);
            }
            sample.scan(users, selections);
            for (int user = 0; user < reaches.length; user++) {
                floors[user] = selections[user].lastIfFull(floor);
            }
        }
        return floors;
    }
}
