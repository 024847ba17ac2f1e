package dev.tandem.core.foldin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a user did, as far as it counts, and what the user has bought. Immutable.
 *
 * @param events orders that were kept, and views; in any order
 * @param purchased the items that no list of what is new may show; not all of them need have an event
 */
public record UserHistory(List<HistoryEvent> events, Set<String> purchased) {
    /** Nothing. */
    public static final UserHistory NONE = new UserHistory(List.of(), Set.of());

    private static final Comparator<OrderLine> IN_TIME = Comparator.comparing(OrderLine::orderedAt)
            // A sale and what is given back of it may have the same time.
            .thenComparing(line -> line.isSale() ? 0 : 1)
            .thenComparing(OrderLine::orderId);

    public UserHistory {
        events = List.copyOf(events);
        purchased = Set.copyOf(purchased);
    }

    /** A history whose purchases are the orders among its events. */
    public static UserHistory of(List<HistoryEvent> events) {
        return new UserHistory(
                events,
                events.stream()
                        .filter(event -> event.kind() == HistoryEvent.Kind.ORDER)
                        .map(HistoryEvent::itemId)
                        .collect(Collectors.toSet()));
    }

    /**
     * The history that the tables of a user show, by the rules of training: what the user gave back of an item comes from
     * the latest purchases of it before that; orders that were called off do not count; neither do views of an item up to
     * its removal. Bought is what was not called off, even if it was given back.
     *
     * @param lines all rows of {@code order_lines_by_user}
     * @param views of items, as {@link HistoryEvent#view} makes them, from {@code views_by_user}
     * @param removals by item when the user removed it, from {@code history_removals_by_user}
     * @param at orders count as they stood then, and those from then on not at all
     */
    public static UserHistory of(
            Collection<OrderLine> lines, Collection<HistoryEvent> views, Map<String, Instant> removals, Instant at) {
        List<HistoryEvent> events = new ArrayList<>(kept(lines, at));
        for (HistoryEvent view : views) {
            Instant removedAt = removals.get(view.itemId());
            if (removedAt == null || view.at().isAfter(removedAt)) {
                events.add(view);
            }
        }
        Set<String> purchased = lines.stream()
                .filter(line -> line.isSale() && line.cancelledAt() == null)
                .map(OrderLine::itemId)
                .collect(Collectors.toSet());
        return new UserHistory(events, purchased);
    }

    private static Set<HistoryEvent> kept(Collection<OrderLine> lines, Instant at) {
        Map<String, List<OrderLine>> byItem = lines.stream()
                .filter(line -> line.stoodAt(at))
                .sorted(IN_TIME)
                .collect(Collectors.groupingBy(OrderLine::itemId));
        Set<HistoryEvent> kept = new HashSet<>();
        byItem.values().forEach(ofItem -> addKept(ofItem, kept));
        return kept;
    }

    /** Sales and what is given back pair up like brackets: something of a sale is left where the balance stays above it. */
    private static void addKept(List<OrderLine> inTime, Set<HistoryEvent> kept) {
        long balance = inTime.stream().mapToLong(OrderLine::change).sum();
        long lowestSince = Long.MAX_VALUE;
        for (int i = inTime.size() - 1; i >= 0; i--) {
            OrderLine line = inTime.get(i);
            lowestSince = Math.min(lowestSince, balance);
            balance -= line.change();
            if (line.isSale() && lowestSince > balance) {
                kept.add(HistoryEvent.order(line.itemId(), line.orderedAt(), line.orderId()));
            }
        }
    }
}
