package dev.tandem.serving.published;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cassandra.LeasedCassandra;
import dev.tandem.serving.ranking.Lists;
import dev.tandem.serving.ranking.RankedList;
import java.nio.charset.StandardCharsets;

class CassandraPublishedListStoreIT extends PublishedListStoreContract {
    private final PublishedListStore store = new CassandraPublishedListStore(LeasedCassandra.client());

    @Override
    PublishedListStore store() {
        return store;
    }

    @Override
    void activate(TenantId tenant, ModelVersion version) {
        LeasedCassandra.insert(
                CassandraTables.ACTIVE_MODELS, tenant.value(), version.value(), Lists.EVENTS_UNTIL, Lists.GENERATED_AT);
    }

    @Override
    void put(TenantId tenant, ModelVersion version, ListKind kind, String key, RankedList list) {
        LeasedCassandra.insert(
                kind.table(),
                tenant.value(),
                version.value(),
                key,
                new String(list.items(), StandardCharsets.UTF_8),
                Lists.EVENTS_UNTIL,
                Lists.GENERATED_AT);
    }
}
