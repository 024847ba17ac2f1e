package dev.tandem.serving.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values that are at most so old, or else the last that was known when their store fails. Bounded in number.
 *
 * <p>From half that age on a value is loaded anew in the background, so that in steady traffic nobody waits. One load a key
 * is under way at a time, whoever asks. Once a load has failed, nobody waits for the next one either: a store that hangs
 * would hold up everybody for each of its time-outs.
 */
public final class FreshOrLastKnown<K, V> {
    /*
     * Caffeine bounds the number of keys. Its own refreshing caches forget a value once it has expired, also when the
     * store is down, and that is the moment for which this class exists.
     */
    private final LoadingCache<K, Slot<V>> slots;
    private final Function<K, CompletionStage<V>> load;
    private final long maxAgeNanos;
    private final Ticker ticker;

    public FreshOrLastKnown(Duration maxAge, int maxKeys, Function<K, CompletionStage<V>> load) {
        this(maxAge, maxKeys, load, Ticker.systemTicker());
    }

    FreshOrLastKnown(Duration maxAge, int maxKeys, Function<K, CompletionStage<V>> load, Ticker ticker) {
        this.slots = Caffeine.newBuilder()
                .maximumSize(maxKeys)
                .executor(Runnable::run)
                .build(key -> new Slot<>());
        this.load = load;
        this.maxAgeNanos = maxAge.toNanos();
        this.ticker = ticker;
    }

    /** The value of a key; fails only when it cannot be loaded and was never known. */
    public CompletableFuture<V> get(K key) {
        Slot<V> slot = slots.get(key);
        Known<V> known = slot.known;
        if (known == null) {
            return loaded(key, slot);
        }
        long age = ticker.read() - known.at();
        if (age <= maxAgeNanos / 2) {
            return known.value();
        }
        boolean isWaitedFor = age > maxAgeNanos && !slot.isFailing;
        CompletableFuture<V> loading = loaded(key, slot);
        return isWaitedFor ? loading.exceptionallyCompose(failure -> known.value()) : known.value();
    }

    /** The value as it was last known, without loading it. */
    public Optional<V> remembered(K key) {
        Slot<V> slot = slots.getIfPresent(key);
        Known<V> known = slot == null ? null : slot.known;
        return known == null ? Optional.empty() : Optional.of(known.value().join());
    }

    /** Every value as it was last known. */
    public Map<K, V> remembered() {
        Map<K, V> values = new HashMap<>();
        slots.asMap().forEach((key, slot) -> {
            Known<V> known = slot.known;
            if (known != null) {
                values.put(key, known.value().join());
            }
        });
        return values;
    }

    private CompletableFuture<V> loaded(K key, Slot<V> slot) {
        CompletableFuture<K> begin = new CompletableFuture<>();
        CompletableFuture<V> mine = begin.thenCompose(load).whenComplete((value, failure) -> {
            slot.isFailing = failure != null;
            if (failure == null) {
                slot.known = new Known<>(CompletableFuture.completedFuture(value), ticker.read());
            }
            slot.loading.set(null);
        });
        CompletableFuture<V> others = slot.loading.compareAndExchange(null, mine);
        if (others == null) {
            begin.complete(key);
        }
        return others == null ? mine : others;
    }

    private record Known<V>(CompletableFuture<V> value, long at) {}

    private static final class Slot<V> {
        private final AtomicReference<@Nullable CompletableFuture<V>> loading = new AtomicReference<>();
        private volatile @Nullable Known<V> known;
        private volatile boolean isFailing;
    }
}
