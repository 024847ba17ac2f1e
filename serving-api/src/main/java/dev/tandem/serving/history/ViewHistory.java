package dev.tandem.serving.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a user looked at lately, as far as it counts.
 *
 * <p>A view counts once, whenever it was sent again, and with the earliest of its times. It does not count where the user
 * took its item out at that time or later, so what is still on its way then never shows, and a later view brings the item
 * back.
 */
public final class ViewHistory {
    /** How many views are looked at, the latest ones. */
    public static final int MAX_VIEWS = 500;

    private final List<ItemView> views;
    private final Instant latest;

    private ViewHistory(List<ItemView> views, Instant latest) {
        this.views = views;
        this.latest = latest;
    }

    /**
     * The history that follows from what is stored.
     *
     * @param views newest first
     * @param removals when each item was taken out last
     */
    public static ViewHistory of(List<ItemView> views, Map<String, Instant> removals) {
        List<ItemView> counting = new ArrayList<>(views.size());
        Set<String> known = new HashSet<>();
        for (int at = views.size() - 1; at >= 0; at--) {
            ItemView view = views.get(at);
            Instant removedAt = removals.getOrDefault(view.itemId(), Instant.MIN);
            if (known.add(view.eventId()) && view.viewedAt().isAfter(removedAt)) {
                counting.add(view);
            }
        }
        Collections.reverse(counting);
        return new ViewHistory(
                Collections.unmodifiableList(counting),
                views.isEmpty() ? Instant.EPOCH : views.get(0).viewedAt());
    }

    public boolean isEmpty() {
        return views.isEmpty();
    }

    /** The time of the latest view, whether or not it counts; the epoch where there is none. */
    public Instant latest() {
        return latest;
    }

    /** The views, newest first. */
    public List<ItemView> views() {
        return views;
    }

    /** The latest view of each item, newest first. */
    public List<ItemView> items() {
        Map<String, ItemView> latest = new LinkedHashMap<>();
        views.forEach(view -> latest.putIfAbsent(view.itemId(), view));
        return List.copyOf(latest.values());
    }
}
