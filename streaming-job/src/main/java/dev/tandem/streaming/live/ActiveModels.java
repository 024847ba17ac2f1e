package dev.tandem.streaming.live;

import static dev.tandem.core.schema.CassandraTables.ACTIVE_MODELS;
import static dev.tandem.core.schema.CassandraTables.FOLD_IN_MODELS;
import static dev.tandem.core.schema.Columns.CONTENT;
import static dev.tandem.core.schema.Columns.EVENTS_UNTIL;
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
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
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
    /** A publication that is repeated may bring what is missing. */
    private static final long MISSING = Duration.ofSeconds(10).toNanos();

    private static final int LIST_LENGTH = 100;

    private final SharedSession cassandra;
    private final Map<TenantId, Known> known = new HashMap<>();
    /** A ranker is one thread's, and stays as long as its model. */
    private final ThreadLocal<Map<TenantId, LiveRanker>> rankers = ThreadLocal.withInitial(HashMap::new);

    /** What was last seen of a tenant: when the version was read, and when the model, which may not have been there. */
    private record Known(Optional<ModelVersion> version, @Nullable FoldInModel model, long readAt, long loadedAt) {
        boolean isStill(Optional<ModelVersion> current, long now) {
            return version.equals(current) && (version.isEmpty() || model != null || now - loadedAt < MISSING);
        }
    }

    /**
     * A model that is served.
     *
     * @param eventsUntil it knows every event before this instant
     */
    record Active(ModelVersion version, Instant eventsUntil) implements Serializable {}

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

    /** What is active now, by tenant. */
    Map<TenantId, Active> read() {
        String all = "SELECT %s, %s, %s FROM %s"
                .formatted(TENANT_ID, MODEL_VERSION, EVENTS_UNTIL, cassandra.qualified(ACTIVE_MODELS));
        Map<TenantId, Active> active = new HashMap<>();
        for (Row row : cassandra.session().execute(cassandra.prepare(all).bind())) {
            Instant until = row.getInstant(2);
            version(row.getString(1))
                    .ifPresent(version -> active.put(
                            new TenantId(Objects.requireNonNull(row.getString(0))),
                            new Active(version, until == null ? Instant.EPOCH : until)));
        }
        return active;
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
        long now = System.nanoTime();
        Known current = last != null && last.isStill(version, now)
                ? new Known(version, last.model(), now, last.loadedAt())
                : new Known(version, version.map(wanted -> load(tenant, wanted)).orElse(null), now, now);
        known.put(tenant, current);
        return current.model();
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
