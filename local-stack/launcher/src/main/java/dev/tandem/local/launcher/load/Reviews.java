package dev.tandem.local.launcher.load;

import java.util.SplittableRandom;

/** Where the reviews of a run come from. */
@FunctionalInterface
interface Reviews {
    /**
     * A review.
     *
     * @param number of the feedback that it is for, the first one's being 0
     */
    Review next(int number, SplittableRandom random);
}
