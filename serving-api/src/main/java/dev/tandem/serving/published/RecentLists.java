package dev.tandem.serving.published;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.ranking.RankedList;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The lists that were read in the last seconds, at most 32 MiB of them; that there is none is remembered too.
 *
 * <p>A key names the model's version, so a switch of models finds nothing of the one before.
 */
final class RecentLists {
    private static final long MAX_BYTES = 32L << 20;
    private static final int ENTRY_BYTES = 256;

    private final Cache<Key, CompletableFuture<Optional<RankedList>>> lists;

    /** The empty memory; nothing is kept where {@code maxAge} is zero. */
    RecentLists(Duration maxAge, MeterRegistry registry) {
        this.lists = Caffeine.newBuilder()
                .maximumWeight(maxAge.isZero() ? 0 : MAX_BYTES)
                .weigher(RecentLists::bytes)
                .expireAfterWrite(maxAge)
                .executor(Runnable::run)
                .recordStats()
                .build();
        CaffeineCacheMetrics.monitor(registry, lists, "lists");
    }

    record Key(TenantId tenant, ModelVersion version, ListKind kind, String key) {}

    /** A list as it was read in the last seconds, or else as it is loaded now. */
    CompletionStage<Optional<RankedList>> find(Key key, Function<Key, CompletionStage<Optional<RankedList>>> load) {
        CompletableFuture<Optional<RankedList>> known = lists.getIfPresent(key);
        return known != null
                ? known
                : load.apply(key).thenApply(found -> {
                    lists.put(key, CompletableFuture.completedFuture(found));
                    return found;
                });
    }

    private static int bytes(Key key, CompletableFuture<Optional<RankedList>> list) {
        return ENTRY_BYTES
                + key.key().length()
                + list.join().map(found -> found.items().length).orElse(0);
    }
}
