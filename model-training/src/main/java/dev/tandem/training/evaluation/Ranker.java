package dev.tandem.training.evaluation;

import java.io.Serializable;
import java.util.List;

/** Something that ranks a shop's items for users; broadcast to every executor. */
@FunctionalInterface
public interface Ranker extends Serializable {
    /**
     * Ranks for a block of users.
     *
     * @return for each user the indices of the {@code n} best items, best first, fewer where it has nothing in favour of
     *     more; with {@link Target#NEW} none that the user has bought
     */
    List<int[]> rank(List<HeldOutUser> users, Target target, int n);
}
