package dev.tandem.etl.digest;

import dev.tandem.core.feedback.WilsonInterval;
import java.io.Serializable;

/**
 * Which items are demoted: those of whose ratings surely too many are critical.
 *
 * @param minRatings an item with fewer stays where it is
 * @param maxCriticalShare what the share of critical ratings may be, 0 to 1
 */
record Demotion(int minRatings, double maxCriticalShare) implements Serializable {
    /** Whether the lower bound of the share of critical ratings is above what it may be; see {@link WilsonInterval}. */
    boolean isDue(int ratings, int criticalRatings) {
        return ratings >= minRatings && WilsonInterval.lowerBound(criticalRatings, ratings) > maxCriticalShare;
    }
}
