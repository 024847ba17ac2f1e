package dev.tandem.serving.live;

import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.REMOVED_AT;
import static dev.tandem.core.schema.Columns.VIEWED_AT;

import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.cassandra.CassandraClient;
import dev.tandem.serving.cassandra.PartitionLookup;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** The views in Cassandra, and the removals that hide some of them; the latter are read only for those who have views. */
public final class CassandraViewStore implements ViewStore {
    private static final int MAX_REMOVALS = 5_000;

    private final PartitionLookup views;
    private final PartitionLookup removals;

    public CassandraViewStore(CassandraClient client) {
        this.views = client.partition(CassandraTables.VIEWS_BY_USER, List.of(ITEM_ID, VIEWED_AT), MAX_VIEWS);
        this.removals =
                client.partition(CassandraTables.HISTORY_REMOVALS_BY_USER, List.of(ITEM_ID, REMOVED_AT), MAX_REMOVALS);
    }

    @Override
    public CompletionStage<List<Viewed>> latest(TenantId tenant, UserId user) {
        return views.find(CassandraViewStore::event, tenant.value(), user.value())
                .thenCompose(found -> found.isEmpty()
                        ? CompletableFuture.completedStage(found)
                        : removals.find(CassandraViewStore::event, tenant.value(), user.value())
                                .thenApply(removed -> without(removed, found)));
    }

    private static List<Viewed> without(List<Viewed> removed, List<Viewed> views) {
        Map<String, Instant> until =
                removed.stream().collect(Collectors.toMap(Viewed::itemId, Viewed::viewedAt, (one, same) -> one));
        return views.stream()
                .filter(view -> view.viewedAt().isAfter(until.getOrDefault(view.itemId(), Instant.MIN)))
                .toList();
    }

    /** An item and a time, of a view or of a removal. */
    private static Optional<Viewed> event(Row row) {
        String item = row.getString(0);
        Instant at = row.getInstant(1);
        return item == null || at == null ? Optional.empty() : Optional.of(new Viewed(item, at));
    }
}
