package dev.tandem.core.foldin;

import dev.tandem.core.factors.RowObjective;
import java.io.Serializable;
import java.time.Duration;

/**
 * What a model was made with, as far as a user's list depends on it.
 *
 * @param objective what a user's vector minimises
 * @param viewWeight what a view of now counts beside an order of now
 * @param halfLife the age at which an order or view counts half
 * @param popularityWeight how much an item's bias counts, beside the length of the user's vector
 * @param historyWeight how much own history counts where bought items are ranked too
 */
public record FoldInSettings(
        RowObjective objective, double viewWeight, Duration halfLife, double popularityWeight, double historyWeight)
        implements Serializable {
    public FoldInSettings {
        if (halfLife.isNegative() || halfLife.isZero()) {
            throw new IllegalArgumentException("The half-life is " + halfLife + "; allowed: longer than 0");
        }
    }
}
