package dev.tandem.serving.because;

import static dev.tandem.core.schema.Columns.CANCELLED_AT;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.KIND;
import static dev.tandem.core.schema.Columns.ORDERED_AT;
import static dev.tandem.core.schema.Columns.ORDER_ID;
import static dev.tandem.core.schema.Columns.QUANTITY;
import static dev.tandem.core.schema.Columns.REMOVED_AT;
import static dev.tandem.core.schema.Columns.VIEWED_AT;

import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.foldin.HistoryEvent;
import dev.tandem.core.foldin.OrderLine;
import dev.tandem.core.foldin.UserHistory;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.OrderKind;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.cassandra.CassandraClient;
import dev.tandem.serving.cassandra.PartitionLookup;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** What users did, from Cassandra: up to 5,000 order lines and the latest 500 views, as the speed layer reads them. */
public final class CassandraUserHistoryStore implements UserHistoryStore {
    private static final int MAX_LINES = 5_000;
    private static final int MAX_VIEWS = 500;
    private static final int MAX_REMOVALS = 5_000;

    private final PartitionLookup lines;
    private final PartitionLookup views;
    private final PartitionLookup removals;

    public CassandraUserHistoryStore(CassandraClient client) {
        this.lines = client.partition(
                CassandraTables.ORDER_LINES_BY_USER,
                List.of(ORDER_ID, ITEM_ID, QUANTITY, ORDERED_AT, KIND, CANCELLED_AT),
                MAX_LINES);
        this.views = client.partition(CassandraTables.VIEWS_BY_USER, List.of(ITEM_ID, VIEWED_AT), MAX_VIEWS);
        this.removals =
                client.partition(CassandraTables.HISTORY_REMOVALS_BY_USER, List.of(ITEM_ID, REMOVED_AT), MAX_REMOVALS);
    }

    @Override
    public CompletionStage<UserHistory> find(TenantId tenant, UserId user, Instant at) {
        Object[] key = {tenant.value(), user.value()};
        CompletionStage<List<OrderLine>> ordered = lines.find(CassandraUserHistoryStore::line, key);
        CompletionStage<List<HistoryEvent>> viewed = views.find(CassandraUserHistoryStore::view, key);
        CompletionStage<Map<String, Instant>> removed = removals.find(CassandraUserHistoryStore::view, key)
                .thenApply(found -> found.stream()
                        .collect(Collectors.toMap(HistoryEvent::itemId, HistoryEvent::at, (one, same) -> one)));
        return ordered.thenCombine(viewed, Seen::new)
                .thenCombine(removed, (seen, gone) -> UserHistory.of(seen.lines(), seen.views(), gone, at));
    }

    private static Optional<OrderLine> line(Row row) {
        String order = row.getString(0);
        String item = row.getString(1);
        Instant at = row.getInstant(3);
        OrderKind kind = OrderKind.SALE.word().equals(row.getString(4)) ? OrderKind.SALE : OrderKind.CANCELLATION;
        return order == null || item == null || at == null
                ? Optional.empty()
                : Optional.of(new OrderLine(order, item, row.getInt(2), at, kind, row.getInstant(5)));
    }

    /** An item and a time, of a view or of a removal. */
    private static Optional<HistoryEvent> view(Row row) {
        String item = row.getString(0);
        Instant at = row.getInstant(1);
        return item == null || at == null ? Optional.empty() : Optional.of(HistoryEvent.view(item, at));
    }

    private record Seen(List<OrderLine> lines, List<HistoryEvent> views) {}
}
