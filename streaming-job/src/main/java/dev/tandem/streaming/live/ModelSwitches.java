package dev.tandem.streaming.live;

import dev.tandem.core.shop.TenantId;
import dev.tandem.runtime.cassandra.SharedSession;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import org.apache.spark.api.java.JavaSparkContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which models are active. When one becomes so, the live lists of its tenant that know more than it are made anew, some
 * users at a time and between the query's batches, so that a list is never made of less than the one before knew.
 *
 * <p>Batches ask here as well. So a model that was active for one batch only, between two looks, is not missed: whoever sees
 * another model than the one that all lists are of has them looked through again.
 */
final class ModelSwitches {
    private static final Logger log = LoggerFactory.getLogger(ModelSwitches.class);

    /** After this long what is on its way to Cassandra has arrived, or has been taken away again. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Users whose lists are made anew before the query may do a batch. */
    private static final int BLOCK = 128;

    private static final int AT_ONCE = 2;

    private final JavaSparkContext spark;
    private final SharedSession cassandra;
    private final Lock batches;
    /** The models that all lists are of, or are being made anew with. */
    private final Map<TenantId, ActiveModel> followed = new ConcurrentHashMap<>();

    private final Map<TenantId, Instant> firstSeen = new HashMap<>();

    /**
     * @param batches what the query holds while it does a batch
     */
    ModelSwitches(JavaSparkContext spark, SharedSession cassandra, Lock batches) {
        this.spark = spark;
        this.cassandra = cassandra;
        this.batches = batches;
    }

    /** The models that are active now, by tenant. To be asked before each batch, by the holder of the lock. */
    Map<TenantId, ActiveModel> active() {
        Map<TenantId, ActiveModel> active = ActiveModel.read(cassandra);
        followed.entrySet().removeIf(each -> !each.getValue().equals(active.get(each.getKey())));
        return active;
    }

    /** Looks once, and does what is to be done. */
    void look() throws InterruptedException {
        Map<TenantId, ActiveModel> news = news();
        Set<TenantId> undone = new HashSet<>(news.keySet());
        try {
            for (Map.Entry<TenantId, ActiveModel> each : news.entrySet()) {
                if (follow(each.getKey(), each.getValue())) {
                    undone.remove(each.getKey());
                }
            }
        } finally {
            followed.keySet().removeAll(undone);
        }
    }

    /** Models that lists may not be of. From now on every batch makes its lists with these, or says that it does not. */
    private Map<TenantId, ActiveModel> news() {
        batches.lock();
        try {
            Map<TenantId, ActiveModel> news = active();
            news.keySet().removeAll(followed.keySet());
            followed.putAll(news);
            return news;
        } finally {
            batches.unlock();
        }
    }

    /** Whether all lists are of the model now. */
    private boolean follow(TenantId tenant, ActiveModel active) throws InterruptedException {
        Instant since = firstSeen.computeIfAbsent(tenant, first -> Instant.now());
        boolean isPatient = since.plus(PATIENCE).isAfter(Instant.now());
        StaleUsers stale = new StaleUsers(cassandra, tenant, active);
        List<String> users = spark.parallelize(Shards.ALL, AT_ONCE)
                .flatMap(shard -> stale.of(shard).iterator())
                .collect();
        Made made = Made.NOTHING;
        for (int from = 0; from < users.size() && active.equals(followed.get(tenant)); from += BLOCK) {
            long begun = System.nanoTime();
            made = made.plus(remake(stale, users.subList(from, Math.min(users.size(), from + BLOCK)), isPatient));
            // Nobody waits for these lists, as the API makes those that are asked for: half of the time is for others.
            Thread.sleep(Duration.ofNanos(System.nanoTime() - begun).toMillis());
        }
        if (made.lists() > 0) {
            log.info("{}: {} live lists made anew with model {}", tenant, made.lists(), active.version());
        }
        if (made.waiting() > 0) {
            return false;
        }
        firstSeen.remove(tenant);
        return true;
    }

    /** Between two batches: the lock is fair, so that a batch waits for one block at the most. */
    private Made remake(StaleUsers stale, List<String> users, boolean isPatient) {
        batches.lock();
        try {
            return spark
                    .parallelize(users, AT_ONCE)
                    .glom()
                    .map(part -> stale.remake(part, isPatient))
                    .collect()
                    .stream()
                    .reduce(Made.NOTHING, Made::plus);
        } finally {
            batches.unlock();
        }
    }
}
