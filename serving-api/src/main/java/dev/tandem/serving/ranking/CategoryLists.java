package dev.tandem.serving.ranking;

import dev.tandem.core.recommendation.RecommendationSource;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cache.FreshOrLastKnown;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Everybody's lists by category, remembered for seconds, and beyond that for as long as the store fails. */
public final class CategoryLists {
    private static final int MAX_LISTS = 2_000;

    private final FreshOrLastKnown<Key, Snapshot> lists;
    private final ListSource.Role role;

    /** Where a category's list is read; empty where there is none. */
    @FunctionalInterface
    public interface Store {
        CompletionStage<Optional<RankedList>> find(TenantId tenant, String category);
    }

    /**
     * The lists of a store.
     *
     * @param source as answers name it
     * @param role what the lists are for where they are not the first of an answer's sources
     * @param maxAge how long they are remembered
     */
    public CategoryLists(RecommendationSource source, ListSource.Role role, Store store, Duration maxAge) {
        this.role = role;
        this.lists = new FreshOrLastKnown<>(maxAge, MAX_LISTS, key -> store.find(key.tenant(), key.category())
                .thenApply(list -> list.map(found -> stamped(source, found)).orElse(Snapshot.NONE)));
    }

    /**
     * A list as a source of answers. It is loaded at once, so that it is in memory when the store fails.
     *
     * @param category of its items; {@link Filters#ALL_CATEGORIES} for all
     * @param unwanted the ids of items not to show, asked for only when the list is needed
     */
    public ListSource source(TenantId tenant, String category, Supplier<CompletionStage<Set<String>>> unwanted) {
        Key key = new Key(tenant, category);
        return new CategorySource(lists.get(key), () -> lists.remembered(key), unwanted, role);
    }

    /** A list as a source of answers, with all of its items. */
    public ListSource source(TenantId tenant, String category) {
        return source(tenant, category, () -> CompletableFuture.completedStage(Set.of()));
    }

    /** The list of a category is replaced as a whole, so the time of its making tells it from others. */
    private static Snapshot stamped(RecommendationSource source, RankedList list) {
        long made = list.generatedAt().orElse(Instant.EPOCH).toEpochMilli();
        return new Snapshot(source, String.valueOf(made), list);
    }

    private record Key(TenantId tenant, String category) {}
}
