package dev.tandem.serving.history;

import dev.tandem.core.foldin.HistoryEvent;
import dev.tandem.core.foldin.OrderLine;
import dev.tandem.core.foldin.UserHistory;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** What users bought and looked at, as models make lists of it. */
public final class UserHistories {
    private final OrderStore orders;
    private final HistoryStore views;

    public UserHistories(OrderStore orders, HistoryStore views) {
        this.orders = orders;
        this.views = views;
    }

    /**
     * What is known of a user.
     *
     * @param latest the time of the latest order or view, whether or not it counts; the epoch where there is none
     */
    public record Known(UserHistory history, Instant latest) {}

    /**
     * A user's history; one without events where the user is unknown.
     *
     * @param at orders count as they stood then
     * @param until views after it do not count
     */
    public CompletionStage<Known> find(TenantId tenant, UserId user, Instant at, Instant until) {
        return orders.find(tenant, user)
                .thenCombine(views.find(tenant, user), (lines, viewed) -> known(lines, viewed, at, until));
    }

    private static Known known(List<OrderLine> lines, ViewHistory viewed, Instant at, Instant until) {
        List<HistoryEvent> events = viewed.views().stream()
                .filter(view -> !view.viewedAt().isAfter(until))
                .map(view -> HistoryEvent.view(view.itemId(), view.viewedAt()))
                .toList();
        Instant latest = lines.stream()
                .map(OrderLine::orderedAt)
                .reduce(viewed.latest(), (one, other) -> one.isAfter(other) ? one : other);
        // What the user took out is not among the views any more.
        return new Known(UserHistory.of(lines, events, Map.of(), at), latest);
    }
}
