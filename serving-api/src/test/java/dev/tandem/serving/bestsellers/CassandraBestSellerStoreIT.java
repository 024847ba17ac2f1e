package dev.tandem.serving.bestsellers;

import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cassandra.LeasedCassandra;
import dev.tandem.serving.ranking.Lists;
import dev.tandem.serving.ranking.RankedList;
import java.nio.charset.StandardCharsets;

class CassandraBestSellerStoreIT extends BestSellerStoreContract {
    private final BestSellerStore store = new CassandraBestSellerStore(LeasedCassandra.client());

    @Override
    BestSellerStore store() {
        return store;
    }

    @Override
    void put(TenantId tenant, String category, RankedList list) {
        LeasedCassandra.insert(
                CassandraTables.BEST_SELLERS_BY_CATEGORY,
                tenant.value(),
                category,
                list.modelVersion().orElseThrow(),
                new String(list.items(), StandardCharsets.UTF_8),
                Lists.EVENTS_UNTIL,
                Lists.GENERATED_AT);
    }
}
