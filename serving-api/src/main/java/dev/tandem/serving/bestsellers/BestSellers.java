package dev.tandem.serving.bestsellers;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cache.FreshOrLastKnown;
import dev.tandem.serving.ranking.FallbackList;
import dev.tandem.serving.ranking.ListSource;
import dev.tandem.serving.ranking.RankedList;
import dev.tandem.serving.ranking.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Best sellers, remembered for seconds, and beyond that for as long as the store fails. */
public final class BestSellers implements FallbackList {
    private static final int MAX_LISTS = 2_000;

    private final FreshOrLastKnown<Key, Snapshot> lists;

    public BestSellers(BestSellerStore store, Duration maxAge) {
        this.lists = new FreshOrLastKnown<>(maxAge, MAX_LISTS, key -> store.find(key.tenant(), key.category())
                .thenApply(list -> list.map(BestSellers::stamped).orElse(Snapshot.NONE)));
    }

    @Override
    public ListSource source(TenantId tenant, String category, Supplier<CompletionStage<Set<String>>> unwanted) {
        return new BestSellerSource(load(tenant, category), () -> remembered(tenant, category), unwanted);
    }

    /** One list as a source of answers, with all of its items. */
    ListSource source(TenantId tenant, String category) {
        return source(tenant, category, () -> CompletableFuture.completedStage(Set.of()));
    }

    private CompletionStage<Snapshot> load(TenantId tenant, String category) {
        return lists.get(new Key(tenant, category));
    }

    private Optional<Snapshot> remembered(TenantId tenant, String category) {
        return lists.remembered(new Key(tenant, category));
    }

    /** The list of a category is replaced as a whole, so the time of its making tells it from others. */
    private static Snapshot stamped(RankedList list) {
        long made = list.generatedAt().orElse(Instant.EPOCH).toEpochMilli();
        return new Snapshot(String.valueOf(made), list);
    }

    private record Key(TenantId tenant, String category) {}
}
