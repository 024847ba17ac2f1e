package dev.tandem.streaming.live;

import static dev.tandem.core.schema.CassandraTables.TENANTS;
import static dev.tandem.core.schema.Columns.TENANT_ID;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.cassandra.SharedSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches which models are active. When one becomes so, all live lists of its tenant are made anew, some users at a time
 * and between the query's batches, so that a list is never made of less than the one before knew.
 */
final class ModelSwitches {
    private static final Logger log = LoggerFactory.getLogger(ModelSwitches.class);

    /** After this long what is on its way to Cassandra has arrived, or has been taken away again. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final JavaSparkContext spark;
    private final SharedSession cassandra;
    private final Object batches;
    private final Map<TenantId, ModelVersion> done = new HashMap<>();
    private final Map<TenantId, Instant> begun = new HashMap<>();

    /**
     * @param batches what the query holds while it does a batch
     */
    ModelSwitches(JavaSparkContext spark, SharedSession cassandra, Object batches) {
        this.spark = spark;
        this.cassandra = cassandra;
        this.batches = batches;
    }

    /** Looks once, and does what is to be done. */
    void look() {
        for (TenantId tenant : tenants()) {
            Optional<ModelVersion> active = ActiveModels.in(cassandra).readVersion(tenant);
            if (active.isPresent() && !active.get().equals(done.get(tenant))) {
                follow(tenant, active.get());
            }
        }
    }

    private void follow(TenantId tenant, ModelVersion version) {
        Instant since = begun.computeIfAbsent(tenant, first -> Instant.now());
        boolean isPatient = since.plus(PATIENCE).isAfter(Instant.now());
        Made made = Made.NOTHING;
        for (int shard : Shards.ALL) {
            SwitchTask task = new SwitchTask(cassandra, tenant, version, shard, isPatient);
            synchronized (batches) {
                made = made.plus(spark.parallelize(List.of(task), 1)
                        .map(SwitchTask::run)
                        .collect()
                        .get(0));
            }
        }
        if (made.lists() > 0) {
            log.info("{}: {} live lists made anew with model {}", tenant, made.lists(), version);
        }
        if (made.waiting() == 0) {
            done.put(tenant, version);
            begun.remove(tenant);
        }
    }

    private List<TenantId> tenants() {
        List<TenantId> tenants = new ArrayList<>();
        cassandra
                .session()
                .execute(cassandra
                        .prepare("SELECT %s FROM %s".formatted(TENANT_ID, cassandra.qualified(TENANTS)))
                        .bind())
                .forEach(row -> tenants.add(new TenantId(Objects.requireNonNull(row.getString(0)))));
        return tenants;
    }
}
