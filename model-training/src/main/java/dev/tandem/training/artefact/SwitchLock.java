package dev.tandem.training.artefact;

import static dev.tandem.core.schema.Columns.TENANT_ID;

import dev.tandem.core.schema.PostgresTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.postgres.PostgresDatabase;
import java.util.List;
import java.util.function.Supplier;

/**
 * Keeps what a tenant is served as it is for a while: the tenant's row, which the {@code models} commands lock too. Orders
 * and items can be written meanwhile.
 */
public record SwitchLock(PostgresDatabase postgres, TenantId tenant) {
    private static final String LOCK = "SELECT %1$s FROM %2$s WHERE %1$s = ? FOR NO KEY UPDATE"
            .formatted(TENANT_ID, PostgresTables.TENANTS.name());

    /** Works with the lock, after waiting for it. */
    public <T> T with(Supplier<T> work) {
        return postgres.whileLocked(LOCK, List.of(tenant.value()), work);
    }
}
