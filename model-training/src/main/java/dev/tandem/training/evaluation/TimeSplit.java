package dev.tandem.training.evaluation;

import dev.tandem.core.failure.TandemException;
import dev.tandem.core.interval.DataInterval;
import java.time.Duration;

/**
 * An interval cut in two.
 *
 * @param before what is learnt from
 * @param after what is to be foretold
 */
public record TimeSplit(DataInterval before, DataInterval after) {
    /** Cuts off the end of an interval. */
    public static TimeSplit holdingOut(Duration holdout, DataInterval interval) {
        if (!interval.end().minus(holdout).isAfter(interval.start())) {
            throw TandemException.invalid(
                    "--evaluate.holdout", holdout.toString(), "a duration shorter than the data interval " + interval);
        }
        return new TimeSplit(
                new DataInterval(interval.start(), interval.end().minus(holdout)),
                new DataInterval(interval.end().minus(holdout), interval.end()));
    }
}
