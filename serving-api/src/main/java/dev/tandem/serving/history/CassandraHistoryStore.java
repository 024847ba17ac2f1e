package dev.tandem.serving.history;

import static dev.tandem.core.schema.Columns.EVENT_ID;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.REMOVED_AT;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.USER_ID;
import static dev.tandem.core.schema.Columns.VIEWED_AT;

import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.cassandra.CassandraClient;
import dev.tandem.serving.cassandra.PartitionLookup;
import dev.tandem.serving.cassandra.RowWrite;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Views that the speed layer brought to Cassandra, and removals; of more than 20,000 removals the first by item. */
public final class CassandraHistoryStore implements HistoryStore {
    private static final int MAX_REMOVALS = 20_000;

    private final Clock clock;
    private final PartitionLookup views;
    private final PartitionLookup removals;
    private final RowWrite removal;
    private final RowWrite marker;

    public CassandraHistoryStore(CassandraClient client, Clock clock) {
        this.clock = clock;
        this.views = client.latestPartition(
                CassandraTables.VIEWS_BY_USER, List.of(EVENT_ID, ITEM_ID, VIEWED_AT), ViewHistory.MAX_VIEWS);
        this.removals = client.latestPartition(
                CassandraTables.HISTORY_REMOVALS_BY_USER, List.of(ITEM_ID, REMOVED_AT), MAX_REMOVALS);
        this.removal = client.write(CassandraTables.HISTORY_REMOVALS_BY_USER);
        this.marker =
                client.write(CassandraTables.LIVE_RECOMMENDATIONS_BY_USER, List.of(TENANT_ID, USER_ID, REMOVED_AT));
    }

    @Override
    public CompletionStage<ViewHistory> find(TenantId tenant, UserId user) {
        CompletionStage<List<ItemView>> viewed = views.find(CassandraHistoryStore::view, tenant.value(), user.value());
        return removals.find(CassandraHistoryStore::removal, tenant.value(), user.value())
                .thenCombine(viewed, (removed, latest) -> ViewHistory.of(latest, byItem(removed)));
    }

    @Override
    public CompletionStage<Void> remove(TenantId tenant, UserId user, ItemId item, Instant removedAt) {
        return removal.write(removedAt, tenant.value(), user.value(), item.value(), removedAt)
                .thenCompose(written -> mark(tenant, user, clock.instant()));
    }

    /** The time after the removal was written: a list that is made from then on does not have the item. */
    private CompletionStage<Void> mark(TenantId tenant, UserId user, Instant at) {
        return marker.write(at, tenant.value(), user.value(), at);
    }

    private static Optional<ItemView> view(Row row) {
        String item = row.getString(1);
        Instant at = row.getInstant(2);
        return item == null || at == null
                ? Optional.empty()
                : Optional.of(new ItemView(String.valueOf(row.getString(0)), item, at));
    }

    private static Optional<Map.Entry<String, Instant>> removal(Row row) {
        String item = row.getString(0);
        Instant at = row.getInstant(1);
        return item == null || at == null ? Optional.empty() : Optional.of(Map.entry(item, at));
    }

    private static Map<String, Instant> byItem(List<Map.Entry<String, Instant>> removals) {
        return removals.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
