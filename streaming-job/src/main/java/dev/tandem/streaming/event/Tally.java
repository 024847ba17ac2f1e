package dev.tandem.streaming.event;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a task did of a batch.
 *
 * @param written rows
 * @param rejected records, by the code of the reason
 */
public record Tally(long written, Map<String, Long> rejected) implements Serializable {
    /** Nothing done. */
    public static final Tally NOTHING = new Tally(0, Map.of());

    public Tally {
        rejected = new TreeMap<>(rejected);
    }

    /** Both together. */
    public Tally plus(Tally other) {
        Map<String, Long> sum = new TreeMap<>(rejected);
        other.rejected.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
        return new Tally(written + other.written, sum);
    }
}
