package dev.tandem.serving.tenant;

import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cassandra.LeasedCassandra;

class CassandraTenantStoreIT extends TenantStoreContract {
    private final TenantStore store = new CassandraTenantStore(LeasedCassandra.client());

    @Override
    TenantStore store() {
        return store;
    }

    @Override
    void put(TenantId tenant) {
        LeasedCassandra.insert(CassandraTables.TENANTS, tenant.value(), "A shop");
    }
}
