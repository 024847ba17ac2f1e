package dev.tandem.serving.live;

import static dev.tandem.core.schema.Columns.EVENTS_UNTIL;
import static dev.tandem.core.schema.Columns.GENERATED_AT;
import static dev.tandem.core.schema.Columns.ITEMS;
import static dev.tandem.core.schema.Columns.MODEL_VERSION;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.USER_ID;

import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.cassandra.LeasedCassandra;
import dev.tandem.serving.history.CassandraHistoryStore;
import dev.tandem.serving.ranking.RankedList;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

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
                List.of(TENANT_ID, USER_ID, MODEL_VERSION, ITEMS, EVENTS_UNTIL, GENERATED_AT),
                tenant.value(),
                user.value(),
                list.modelVersion().orElseThrow(),
                new String(list.items(), StandardCharsets.UTF_8),
                list.eventsUntil().orElseThrow(),
                list.generatedAt().orElseThrow());
    }

    @Override
    void removed(TenantId tenant, UserId user, Instant at) {
        new CassandraHistoryStore(LeasedCassandra.client(), Clock.fixed(at, ZoneOffset.UTC))
                .remove(tenant, user, new ItemId("hat"), at)
                .toCompletableFuture()
                .join();
    }
}
