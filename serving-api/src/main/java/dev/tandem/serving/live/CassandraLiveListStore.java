package dev.tandem.serving.live;

import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.cassandra.CassandraClient;
import dev.tandem.serving.cassandra.Lookup;
import dev.tandem.serving.ranking.RankedList;
import dev.tandem.serving.ranking.RankedRow;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The lists that the streaming query {@code live-recommendations} wrote to Cassandra. */
public final class CassandraLiveListStore implements LiveListStore {
    private final Lookup lists;

    public CassandraLiveListStore(CassandraClient client) {
        this.lists = client.lookup(CassandraTables.LIVE_RECOMMENDATIONS_BY_USER, RankedRow.COLUMNS);
    }

    @Override
    public CompletionStage<Optional<RankedList>> find(TenantId tenant, UserId user) {
        return lists.find(tenant.value(), user.value()).thenApply(row -> row.map(RankedRow::list));
    }
}
