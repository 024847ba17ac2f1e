package dev.tandem.serving.trending;

import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cassandra.LeasedCassandra;
import dev.tandem.serving.ranking.Lists;
import dev.tandem.serving.ranking.RankedList;
import java.nio.charset.StandardCharsets;

class CassandraTrendingStoreIT extends TrendingStoreContract {
    private final TrendingStore store = new CassandraTrendingStore(LeasedCassandra.client());

    @Override
    TrendingStore store() {
        return store;
    }

    @Override
    void put(TenantId tenant, String category, RankedList list) {
        LeasedCassandra.insert(
                CassandraTables.TRENDING_BY_CATEGORY,
                tenant.value(),
                category,
                new String(list.items(), StandardCharsets.UTF_8),
                Lists.EVENTS_UNTIL,
                Lists.GENERATED_AT);
    }
}
