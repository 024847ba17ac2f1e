package dev.tandem.runtime.job;

import static dev.tandem.core.schema.Columns.TENANT_ID;

import dev.tandem.core.failure.TandemException;
import dev.tandem.core.schema.PostgresTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.postgres.PostgresDatabase;
import java.util.List;
import java.util.stream.Collectors;

/** The tenants that a run is for, as PostgreSQL knows them. */
final class Tenants {
    private static final String SELECT =
            "SELECT %1$s FROM %2$s ORDER BY %1$s".formatted(TENANT_ID, PostgresTables.TENANTS.name());

    private Tenants() {}

    /** The chosen tenants, or all where none is chosen. An unknown one is refused: a run for nobody must not succeed. */
    static List<TenantId> choose(List<TenantId> chosen, PostgresDatabase postgres) {
        List<TenantId> known = postgres.query(SELECT, List.of(), row -> new TenantId(row.getString(TENANT_ID)));
        for (TenantId tenant : chosen) {
            if (!known.contains(tenant)) {
                String allowed = known.stream().map(TenantId::value).collect(Collectors.joining(", "));
                throw TandemException.invalid(
                        "--tenant",
                        tenant.value(),
                        known.isEmpty() ? "none: PostgreSQL has no tenant yet" : "all, " + allowed);
            }
        }
        return chosen.isEmpty() ? known : chosen;
    }
}
