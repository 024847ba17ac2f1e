package dev.tandem.training.evaluation;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A user who bought or viewed before the split and bought after it.
 *
 * @param user the user's index
 * @param bought indices of the items that the user had bought before the split, ascending
 * @param history {@link dev.tandem.training.interactions.OwnHistory} with each of them
 * @param next indices of the items that the user bought after the split, ascending
 * @param unknownNext how many more items the user bought after the split that nobody had bought before it; no ranking can
 *     foretell them, and they count as missed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; boxed lists would take five times the memory
public record HeldOutUser(int user, int[] bought, float[] history, int[] next, int unknownNext)
        implements Serializable {
    /** How many items are to be foretold. */
    int targetSize(Target target) {
        return unknownNext
                + (int) Arrays.stream(next)
                        .filter(item -> isTarget(item, target))
                        .count();
    }

    /** Whether an item is one that is to be foretold. */
    boolean isTarget(int item, Target target) {
        return Arrays.binarySearch(next, item) >= 0 && (target == Target.ALL || Arrays.binarySearch(bought, item) < 0);
    }
}
