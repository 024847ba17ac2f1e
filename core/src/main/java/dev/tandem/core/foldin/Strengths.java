package dev.tandem.core.foldin;

import dev.tandem.core.event.View;
import dev.tandem.core.foldin.HistoryEvent.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How strongly what a user did speaks for the user's liking an item: the sum of {@code 0.5^(age / half-life)} over the
 * distinct orders of it, and of the same times the weight of a view over the latest views of it. Training computes the same
 * numbers in Spark.
 */
public final class Strengths {
    /** How many views of an item by a user count, the latest ones. */
    public static final int MAX_VIEWS = 5;

    /** What is not stronger has faded to nothing: strengths are floats in the end. */
    public static final double FADED = Float.MIN_NORMAL;

    private Strengths() {}

    /**
     * Sums events up.
     *
     * @param at the instant from which ages are measured; a view that is older than {@link View#LIFETIME} by then does not
     *     count
     * @param viewWeight what a view counts beside an order of the same age
     * @return by item id, greater than {@link #FADED}
     */
    public static Map<String, Double> of(
            Collection<HistoryEvent> events, Instant at, Duration halfLife, double viewWeight) {
        Map<String, List<HistoryEvent>> byItem = events.stream().collect(Collectors.groupingBy(HistoryEvent::itemId));
        Map<String, Double> strengths = new HashMap<>();
        byItem.forEach((item, ofItem) -> {
            // In the order of time, because the sum of floating-point numbers depends on their order to the last digit.
            double strength = 0;
            for (Instant orderedAt : orders(ofItem)) {
                strength += decay(orderedAt, at, halfLife);
            }
            for (Instant viewedAt : views(ofItem, at.minus(View.LIFETIME))) {
                strength += viewWeight * decay(viewedAt, at, halfLife);
            }
            if (strength > FADED) {
                strengths.put(item, strength);
            }
        });
        return strengths;
    }

    private static List<Instant> orders(List<HistoryEvent> ofItem) {
        return times(ofItem.stream().filter(event -> event.kind() == Kind.ORDER).distinct());
    }

    private static List<Instant> views(List<HistoryEvent> ofItem, Instant oldest) {
        List<Instant> times = times(ofItem.stream()
                .filter(event -> event.kind() == Kind.VIEW && !event.at().isBefore(oldest)));
        return times.subList(Math.max(0, times.size() - MAX_VIEWS), times.size());
    }

    private static List<Instant> times(Stream<HistoryEvent> events) {
        return events.map(HistoryEvent::at).sorted(Comparator.naturalOrder()).toList();
    }

    private static double decay(Instant time, Instant at, Duration halfLife) {
        double age = ChronoUnit.MICROS.between(time, at);
        // StrictMath as in Spark, to the last digit.
        return StrictMath.pow(0.5, age / ((double) halfLife.toNanos() / 1_000));
    }
}
