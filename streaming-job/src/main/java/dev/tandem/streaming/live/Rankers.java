package dev.tandem.streaming.live;

import static dev.tandem.core.schema.CassandraTables.FOLD_IN_MODELS;
import static dev.tandem.core.schema.Columns.CONTENT;
import static dev.tandem.core.schema.Columns.PARTS;

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
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What ranks with a tenant's model; each process reads a model from Cassandra once, and keeps a tenant's latest. */
final class Rankers {
    private static final Logger log = LoggerFactory.getLogger(Rankers.class);
    private static final Map<String, Rankers> BY_KEYSPACE = new ConcurrentHashMap<>();
    /** A publication that is repeated may bring what is missing. */
    private static final long MISSING = Duration.ofSeconds(10).toNanos();

    private static final int LIST_LENGTH = 100;

    private final SharedSession cassandra;
    private final Map<TenantId, Loaded> loaded = new HashMap<>();
    /** A ranker is one thread's, and stays as long as its model. */
    private final ThreadLocal<Map<TenantId, LiveRanker>> rankers = ThreadLocal.withInitial(HashMap::new);

    /** A model as it was read; none where Cassandra did not have all of it. */
    private record Loaded(ModelVersion version, @Nullable FoldInModel model, long readAt) {
        boolean isStill(ModelVersion wanted) {
            return version.equals(wanted) && (model != null || System.nanoTime() - readAt < MISSING);
        }
    }

    private Rankers(SharedSession cassandra) {
        this.cassandra = cassandra;
    }

    /** Those of a keyspace's models. */
    static Rankers in(SharedSession cassandra) {
        return BY_KEYSPACE.computeIfAbsent(cassandra.keyspace(), keyspace -> new Rankers(cassandra));
    }

    /** What ranks with a model; empty where Cassandra does not have it. For this thread. */
    Optional<LiveRanker> ranker(TenantId tenant, ModelVersion version) {
        FoldInModel model = model(tenant, version);
        if (model == null) {
            return Optional.empty();
        }
        LiveRanker ranker = rankers.get().get(tenant);
        if (ranker == null || !ranker.model().version().equals(version)) {
            ranker = new LiveRanker(model, LIST_LENGTH);
            rankers.get().put(tenant, ranker);
        }
        return Optional.of(ranker);
    }

    private synchronized @Nullable FoldInModel model(TenantId tenant, ModelVersion version) {
        Loaded last = loaded.get(tenant);
        if (last == null || !last.isStill(version)) {
            last = new Loaded(version, load(tenant, version), System.nanoTime());
            loaded.put(tenant, last);
        }
        return last.model();
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
