package dev.tandem.streaming.live;

import static dev.tandem.core.schema.CassandraTables.ACTIVE_MODELS;
import static dev.tandem.core.schema.CassandraTables.FOLD_IN_MODELS;
import static dev.tandem.core.schema.Columns.CONTENT;
import static dev.tandem.core.schema.Columns.MODEL_VERSION;
import static dev.tandem.core.schema.Columns.PARTS;
import static dev.tandem.core.schema.Columns.TENANT_ID;

import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.core.foldin.FoldInModel;
import dev.tandem.core.foldin.FoldInParts;
import dev.tandem.core.foldin.LiveRanker;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.cassandra.SharedSession;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The models that are served now, read from Cassandra by each process once a version. */
final class ActiveModels {
    private static final Logger log = LoggerFactory.getLogger(ActiveModels.class);
    private static final Map<String, ActiveModels> BY_KEYSPACE = new ConcurrentHashMap<>();
    private static final long PATIENCE = Duration.ofMillis(500).toNanos();
    private static final int LIST_LENGTH = 100;

    private final SharedSession cassandra;
    private final Map<TenantId, Known> known = new HashMap<>();
    /** A ranker is one thread's, and stays as long as its model. */
    private final ThreadLocal<Map<TenantId, LiveRanker>> rankers = ThreadLocal.withInitial(HashMap::new);

    /** What was last seen of a tenant, and when. */
    private record Known(Optional<ModelVersion> version, @Nullable FoldInModel model, long readAt) {}

    private ActiveModels(SharedSession cassandra) {
        this.cassandra = cassandra;
    }

    /** The models of a keyspace. */
    static ActiveModels in(SharedSession cassandra) {
        return BY_KEYSPACE.computeIfAbsent(cassandra.keyspace(), keyspace -> new ActiveModels(cassandra));
    }

    /** What ranks with the model that was active at most half a second ago; empty where there is none. For this thread. */
    Optional<LiveRanker> ranker(TenantId tenant) {
        FoldInModel model = model(tenant);
        if (model == null) {
            return Optional.empty();
        }
        LiveRanker ranker = rankers.get().get(tenant);
        if (ranker == null || !ranker.model().version().equals(model.version())) {
            ranker = new LiveRanker(model, LIST_LENGTH);
            rankers.get().put(tenant, ranker);
        }
        return Optional.of(ranker);
    }

    /** The versions that are active now, by tenant. */
    Map<TenantId, ModelVersion> readVersions() {
        String all = "SELECT %s, %s FROM %s".formatted(TENANT_ID, MODEL_VERSION, cassandra.qualified(ACTIVE_MODELS));
        Map<TenantId, ModelVersion> versions = new HashMap<>();
        for (Row row : cassandra.session().execute(cassandra.prepare(all).bind())) {
            version(row.getString(1))
                    .ifPresent(
                            version -> versions.put(new TenantId(Objects.requireNonNull(row.getString(0))), version));
        }
        return versions;
    }

    private Optional<ModelVersion> readVersion(TenantId tenant) {
        Row row = cassandra
                .session()
                .execute(cassandra.select(ACTIVE_MODELS, List.of(MODEL_VERSION)).bind(tenant.value()))
                .one();
        return row == null ? Optional.empty() : version(row.getString(0));
    }

    private static Optional<ModelVersion> version(@Nullable String value) {
        return Optional.ofNullable(value).map(ModelVersion::new);
    }

    private synchronized @Nullable FoldInModel model(TenantId tenant) {
        Known last = known.get(tenant);
        if (last != null && System.nanoTime() - last.readAt() < PATIENCE) {
            return last.model();
        }
        Optional<ModelVersion> version = readVersion(tenant);
        FoldInModel model = last != null && last.version().equals(version)
                ? last.model()
                : version.map(wanted -> load(tenant, wanted)).orElse(null);
        known.put(tenant, new Known(version, model, System.nanoTime()));
        return model;
    }

    private @Nullable FoldInModel load(TenantId tenant, ModelVersion version) {
        long begun = System.nanoTime();
        FoldInParts parts = new FoldInParts(tenant, version);
        while (!parts.isComplete()) {
            Row row = cassandra
                    .session()
                    .execute(cassandra
                            .select(FOLD_IN_MODELS, List.of(PARTS, CONTENT))
                            .bind(tenant.value(), version.value(), parts.next()))
                    .one();
            ByteBuffer content = row == null ? null : row.getByteBuffer(1);
            if (row == null || content == null) {
                log.warn(
                        "Model {} of {} was published in a form without part {} of what lists are made from here;"
                                + " publish-recommendations makes it whole",
                        version,
                        tenant,
                        parts.next());
                return null;
            }
            parts.add(row.getInt(0), content);
        }
        FoldInModel model = parts.toModel();
        log.info(
                "Model {} of {}: {} items, read in {} ms",
                version,
                tenant,
                model.items().size(),
                Duration.ofNanos(System.nanoTime() - begun).toMillis());
        return model;
    }
}
