package dev.tandem.serving.dialect.productmatch;

import dev.tandem.serving.history.ItemView;
import dev.tandem.serving.history.ViewHistory;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The categories that a user is interested in. */
final class Interest {
    /** How many they are at the most. */
    static final int MAX_CATEGORIES = 3;

    private Interest() {}

    /**
     * The categories with most of the history's views, most first; of those with as many, the one with the latest view, and
     * then the first by name.
     *
     * @param categories of items, by id; views of others say nothing
     */
    static List<String> of(ViewHistory history, Map<String, String> categories) {
        Map<String, Tally> tallies = new HashMap<>();
        for (ItemView view : history.views()) {
            String category = categories.get(view.itemId());
            if (category != null) {
                tallies.merge(category, new Tally(1, view.viewedAt()), Tally::plus);
            }
        }
        return tallies.entrySet().stream()
                .sorted(Map.Entry.<String, Tally>comparingByValue(
                                Comparator.comparingInt(Tally::views).thenComparing(Tally::latest))
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MAX_CATEGORIES)
                .map(Map.Entry::getKey)
                .toList();
    }

    private record Tally(int views, Instant latest) {
        Tally plus(Tally other) {
            return new Tally(views + other.views, latest.isAfter(other.latest) ? latest : other.latest);
        }
    }
}
