package dev.tandem.core.settings;

import dev.tandem.core.shop.TenantId;
import java.util.Optional;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** The option of a job's tenant, for jobs to mix in. */
public final class TenantOption {
    private static final String ALL = "all";

    @Option(
            names = "--tenant",
            required = true,
            showDefaultValue = Visibility.NEVER,
            description = "The tenant to work for, or 'all'.")
    private String tenant = ALL;

    /** The tenant, or empty for every tenant. */
    public Optional<TenantId> toTenant() {
        return tenant.equals(ALL) ? Optional.empty() : Optional.of(new TenantId(tenant));
    }
}
