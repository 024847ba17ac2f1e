package dev.tandem.serving.bestsellers;

import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cassandra.CassandraClient;
import dev.tandem.serving.cassandra.Lookup;
import dev.tandem.serving.ranking.RankedList;
import dev.tandem.serving.ranking.RankedRow;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The best sellers that build-best-sellers wrote to Cassandra. */
public final class CassandraBestSellerStore implements BestSellerStore {
    private final Lookup bestSellers;

    public CassandraBestSellerStore(CassandraClient client) {
        this.bestSellers = client.lookup(CassandraTables.BEST_SELLERS_BY_CATEGORY, RankedRow.COLUMNS);
    }

    @Override
    public CompletionStage<Optional<RankedList>> find(TenantId tenant, String category) {
        return bestSellers.find(tenant.value(), category).thenApply(row -> row.map(RankedRow::list));
    }
}
