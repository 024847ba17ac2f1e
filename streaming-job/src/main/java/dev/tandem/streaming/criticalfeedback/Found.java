package dev.tandem.streaming.criticalfeedback;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a task found in its part of a batch.
 *
 * @param rejected records, by the code of the reason
 */
record Found(List<KnownFeedback> feedback, Map<String, Long> rejected) implements Serializable {
    /** Nothing. */
    static final Found NOTHING = new Found(List.of(), Map.of());

    Found {
        feedback = List.copyOf(feedback);
        rejected = new TreeMap<>(rejected);
    }

    /** Both together. */
    Found plus(Found other) {
        Map<String, Long> sum = new TreeMap<>(rejected);
        other.rejected.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
        return new Found(
                Stream.concat(feedback.stream(), other.feedback.stream()).toList(), sum);
    }
}
