package dev.tandem.streaming.trending;

import dev.tandem.core.recommendation.RankedItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The views of one tenant's last day. An item's score is the sum of its views, each of which counts half after six hours.
 * Not for use by several threads at once.
 */
final class Trend {
    /** The key of the list over all categories. */
    static final String OVERALL = "*";

    /** How far back views count. */
    static final Duration SPAN = Duration.ofDays(1);

    private static final Duration HALF_LIFE = Duration.ofHours(6);
    private static final int LIST_LENGTH = 100;
    private static final Comparator<RankedItem> BEST_FIRST =
            Comparator.comparingDouble(RankedItem::score).reversed().thenComparing(RankedItem::itemId);

    private final NavigableMap<Instant, Map<String, Long>> byWindow = new TreeMap<>();

    /** What is shown of an item. */
    record Facts(String name, String category) {}

    /** Takes note of how often an item was looked at; in place of what was noted of the same item and span. */
    void put(WindowCount count) {
        byWindow.computeIfAbsent(count.start(), start -> new HashMap<>()).put(count.item(), count.views());
        byWindow.headMap(byWindow.lastKey().minus(SPAN), true).clear();
    }

    /** The items that were looked at. */
    Set<String> items() {
        return byWindow.values().stream()
                .flatMap(counts -> counts.keySet().stream())
                .collect(Collectors.toSet());
    }

    /**
     * The lists by category, and the one over all.
     *
     * @param facts of an item; empty where the catalogue does not have it, and it is not listed
     */
    Map<String, List<RankedItem>> lists(Function<String, Optional<Facts>> facts) {
        Map<String, Double> scores = new HashMap<>();
        byWindow.forEach((start, counts) -> {
            double weight = weight(start);
            counts.forEach((item, views) -> scores.merge(item, weight * views, Double::sum));
        });
        Map<String, List<RankedItem>> lists = new HashMap<>();
        scores.forEach((item, score) -> {
            facts.apply(item).ifPresent(known -> {
                RankedItem ranked = new RankedItem(item, score, known.name(), known.category());
                lists.computeIfAbsent(OVERALL, key -> new ArrayList<>()).add(ranked);
                lists.computeIfAbsent(known.category(), key -> new ArrayList<>())
                        .add(ranked);
            });
        });
        lists.replaceAll((category, list) ->
                list.stream().sorted(BEST_FIRST).limit(LIST_LENGTH).toList());
        return lists;
    }

    private double weight(Instant start) {
        double age = Duration.between(start, byWindow.lastKey()).toMillis();
        return Math.pow(0.5, age / HALF_LIFE.toMillis());
    }
}
