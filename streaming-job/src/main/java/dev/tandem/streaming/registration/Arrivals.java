package dev.tandem.streaming.registration;

import dev.tandem.streaming.event.Tally;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;

/**
 * What a task did of a batch.
 *
 * @param all users and items that it brought, changed or not
 */
public record Arrivals(Tally tally, Set<Arrival> all) implements Serializable {
    /** Nothing done. */
    static final Arrivals NOTHING = new Arrivals(Tally.NOTHING, Set.of());

    public Arrivals {
        all = Set.copyOf(all);
    }

    /** Both together. */
    Arrivals plus(Arrivals other) {
        Set<Arrival> both = new HashSet<>(all);
        both.addAll(other.all);
        return new Arrivals(tally.plus(other.tally), both);
    }
}
