package dev.tandem.runtime.job;

import dev.tandem.core.settings.CassandraSettings;
import dev.tandem.core.settings.PostgresSettings;
import dev.tandem.core.shop.TenantId;
import java.net.URI;
import java.util.List;

/**
 * The settings that all jobs share.
 *
 * @param tenants the tenants to work for; empty for every tenant
 * @param sparkMaster where Spark runs, unless spark-submit has said so already
 * @param shufflePartitions how many parts a shuffle has, unless spark-submit has said so already
 * @param reportUri where the reports go as JSON; empty for nowhere
 */
public record JobSettings(
        List<TenantId> tenants,
        String sparkMaster,
        int shufflePartitions,
        PostgresSettings postgres,
        CassandraSettings cassandra,
        URI reportUri) {
    public JobSettings {
        tenants = List.copyOf(tenants);
    }
}
