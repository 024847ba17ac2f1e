package dev.tandem.serving.live;

import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.cassandra.LeasedCassandra;
import java.time.Instant;

class CassandraViewStoreIT extends ViewStoreContract {
    private final ViewStore store = new CassandraViewStore(LeasedCassandra.client());

    @Override
    ViewStore store() {
        return store;
    }

    @Override
    void add(TenantId tenant, UserId user, String item, Instant viewedAt) {
        LeasedCassandra.insert(
                CassandraTables.VIEWS_BY_USER,
                tenant.value(),
                user.value(),
                viewedAt,
                item + "@" + viewedAt,
                item,
                "test");
    }

    @Override
    void remove(TenantId tenant, UserId user, String item, Instant removedAt) {
        LeasedCassandra.insert(CassandraTables.HISTORY_REMOVALS_BY_USER, tenant.value(), user.value(), item, removedAt);
    }
}
