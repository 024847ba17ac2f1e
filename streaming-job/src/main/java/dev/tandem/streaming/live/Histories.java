package dev.tandem.streaming.live;

import static dev.tandem.core.schema.CassandraTables.HISTORY_REMOVALS_BY_USER;
import static dev.tandem.core.schema.CassandraTables.ORDER_LINES_BY_USER;
import static dev.tandem.core.schema.CassandraTables.VIEWS_BY_USER;
import static dev.tandem.core.schema.Columns.CANCELLED_AT;
import static dev.tandem.core.schema.Columns.EVENT_ID;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.KIND;
import static dev.tandem.core.schema.Columns.ORDERED_AT;
import static dev.tandem.core.schema.Columns.ORDER_ID;
import static dev.tandem.core.schema.Columns.QUANTITY;
import static dev.tandem.core.schema.Columns.REMOVED_AT;
import static dev.tandem.core.schema.Columns.VIEWED_AT;

import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.event.View;
import dev.tandem.core.foldin.HistoryEvent;
import dev.tandem.core.foldin.OrderLine;
import dev.tandem.core.foldin.UserHistory;
import dev.tandem.core.shop.OrderKind;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.runtime.cassandra.SharedSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** What users did, from Cassandra: all orders up to 5,000 lines, and the latest 500 views, without what users removed. */
final class Histories {
    private static final int MAX_LINES = 5_000;
    private static final int MAX_VIEWS = 500;
    private static final int MAX_REMOVALS = 5_000;

    private final SharedSession cassandra;
    private final PreparedStatement views;
    private final PreparedStatement lines;
    private final PreparedStatement removals;

    Histories(SharedSession cassandra) {
        this.cassandra = cassandra;
        this.views = cassandra.select(VIEWS_BY_USER, List.of(EVENT_ID, ITEM_ID, VIEWED_AT), MAX_VIEWS);
        this.lines = cassandra.select(
                ORDER_LINES_BY_USER, List.of(ORDER_ID, ITEM_ID, QUANTITY, ORDERED_AT, KIND, CANCELLED_AT), MAX_LINES);
        this.removals = cassandra.select(HISTORY_REMOVALS_BY_USER, List.of(ITEM_ID, REMOVED_AT), MAX_REMOVALS);
    }

    /**
     * What one user did.
     *
     * @param latest the time of the latest order or view; the epoch where there is none
     */
    record Known(UserHistory history, Instant latest) {}

    /**
     * Asks for a user's history.
     *
     * @param fresh views that count too, whether or not Cassandra has them yet
     * @param at orders count as they stood then
     */
    CompletionStage<Known> find(TenantId tenant, UserId user, List<View> fresh, Instant at) {
        Map<String, HistoryEvent> viewed = new HashMap<>();
        fresh.forEach(
                view -> viewed.put(view.eventId(), HistoryEvent.view(view.item().value(), view.viewedAt())));
        List<OrderLine> ordered = new ArrayList<>();
        Map<String, Instant> removed = new HashMap<>();
        CompletionStage<?> readViews = read(
                views,
                MAX_VIEWS,
                tenant,
                user,
                row -> viewed.put(text(row, 0), HistoryEvent.view(text(row, 1), time(row, 2))));
        CompletionStage<?> readLines = read(
                lines,
                MAX_LINES,
                tenant,
                user,
                row -> ordered.add(new OrderLine(
                        text(row, 0),
                        text(row, 1),
                        row.getInt(2),
                        time(row, 3),
                        OrderKind.of(text(row, 4)),
                        row.getInstant(5))));
        CompletionStage<?> readRemovals =
                read(removals, MAX_REMOVALS, tenant, user, row -> removed.put(text(row, 0), time(row, 1)));
        return readViews
                .thenCombine(readLines, (one, other) -> one)
                .thenCombine(readRemovals, (one, other) -> known(ordered, viewed, removed, at));
    }

    private static Known known(
            List<OrderLine> lines, Map<String, HistoryEvent> views, Map<String, Instant> removals, Instant at) {
        Instant latest = Instant.EPOCH;
        for (HistoryEvent view : views.values()) {
            latest = view.at().isAfter(latest) ? view.at() : latest;
        }
        for (OrderLine line : lines) {
            latest = line.orderedAt().isAfter(latest) ? line.orderedAt() : latest;
        }
        return new Known(UserHistory.of(lines, views.values(), removals, at), latest);
    }

    private CompletionStage<AsyncResultSet> read(
            PreparedStatement select, int limit, TenantId tenant, UserId user, Consumer<Row> take) {
        return cassandra
                .session()
                .executeAsync(select.bind(tenant.value(), user.value())
                        .setPageSize(limit)
                        .setIdempotent(true)
                        .setConsistencyLevel(DefaultConsistencyLevel.LOCAL_QUORUM))
                .thenApply(page -> {
                    page.currentPage().forEach(take);
                    return page;
                });
    }

    private static String text(Row row, int index) {
        return Objects.requireNonNull(row.getString(index));
    }

    private static Instant time(Row row, int index) {
        return Objects.requireNonNull(row.getInstant(index));
    }
}
