package dev.tandem.serving.live;

import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.cassandra.LeasedCassandra;
import dev.tandem.serving.ranking.RankedList;
import java.nio.charset.StandardCharsets;

class CassandraLiveListStoreIT extends LiveListStoreContract {
    private final LiveListStore store = new CassandraLiveListStore(LeasedCassandra.client());

    @Override
    LiveListStore store() {
        return store;
    }

    @Override
    void put(TenantId tenant, UserId user, RankedList list) {
        LeasedCassandra.insert(
                CassandraTables.LIVE_RECOMMENDATIONS_BY_USER,
                tenant.value(),
                user.value(),
                list.modelVersion().orElseThrow(),
                new String(list.items(), StandardCharsets.UTF_8),
                list.eventsUntil().orElseThrow(),
                list.generatedAt().orElseThrow());
    }
}
