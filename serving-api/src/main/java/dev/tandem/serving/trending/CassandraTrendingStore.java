package dev.tandem.serving.trending;

import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cassandra.CassandraClient;
import dev.tandem.serving.cassandra.Lookup;
import dev.tandem.serving.ranking.RankedList;
import dev.tandem.serving.ranking.RankedRow;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What the streaming query {@code trending} wrote to Cassandra. */
public final class CassandraTrendingStore implements TrendingStore {
    private final Lookup trending;

    public CassandraTrendingStore(CassandraClient client) {
        this.trending = client.lookup(CassandraTables.TRENDING_BY_CATEGORY, RankedRow.COLUMNS_WITHOUT_MODEL);
    }

    @Override
    public CompletionStage<Optional<RankedList>> find(TenantId tenant, String category) {
        return trending.find(tenant.value(), category).thenApply(row -> row.map(RankedRow::listWithoutModel));
    }
}
