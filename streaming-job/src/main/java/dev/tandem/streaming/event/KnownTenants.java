package dev.tandem.streaming.event;

import static dev.tandem.core.schema.Columns.TENANT_ID;

import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.event.RefusalReason;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.cassandra.SharedSession;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tenants there are, remembered in each process. For one that it does not know it looks again, ten times a second at the
 * most, whatever comes: a look reads one small table, and who has just made a tenant does not wait before sending events.
 */
public final class KnownTenants {
    private static final Map<String, KnownTenants> BY_KEYSPACE = new ConcurrentHashMap<>();
    private static final long PATIENCE = Duration.ofMillis(100).toNanos();

    private final SharedSession cassandra;
    private Set<String> known = Set.of();
    private long readAt;

    private KnownTenants(SharedSession cassandra) {
        this.cassandra = cassandra;
        this.readAt = System.nanoTime() - PATIENCE;
    }

    /** The tenants of a keyspace. */
    public static KnownTenants in(SharedSession cassandra) {
        return BY_KEYSPACE.computeIfAbsent(cassandra.keyspace(), keyspace -> new KnownTenants(cassandra));
    }

    /** Refuses the event of a tenant that does not exist. */
    public synchronized void require(TenantId tenant) {
        if (known.contains(tenant.value())) {
            return;
        }
        if (System.nanoTime() - readAt >= PATIENCE) {
            known = read();
            readAt = System.nanoTime();
        }
        if (!known.contains(tenant.value())) {
            throw new EventRefusal(
                    RefusalReason.UNKNOWN_TENANT,
                    TENANT_ID,
                    tenant.value(),
                    "There is no tenant %s; sync-catalog makes known the tenants that PostgreSQL has"
                            .formatted(tenant));
        }
    }

    private Set<String> read() {
        Set<String> tenants = new HashSet<>();
        cassandra
                .session()
                .execute(cassandra
                        .prepare("SELECT %s FROM %s".formatted(TENANT_ID, cassandra.qualified(CassandraTables.TENANTS)))
                        .bind())
                .forEach(row -> tenants.add(row.getString(0)));
        return tenants;
    }
}
