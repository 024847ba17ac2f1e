package dev.tandem.serving.tenant;

import static dev.tandem.core.schema.Columns.TENANT_ID;

import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cassandra.CassandraClient;
import dev.tandem.serving.cassandra.Lookup;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The tenants that sync-catalog brought to Cassandra. */
public final class CassandraTenantStore implements TenantStore {
    private final Lookup tenants;

    public CassandraTenantStore(CassandraClient client) {
        this.tenants = client.lookup(CassandraTables.TENANTS, List.of(TENANT_ID));
    }

    @Override
    public CompletionStage<Boolean> exists(TenantId tenant) {
        return tenants.find(tenant.value()).thenApply(Optional::isPresent);
    }
}
