package dev.tandem.serving.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.http.ErrorMapping;
import dev.tandem.serving.published.ListKind;
import dev.tandem.serving.published.PublishedLists;
import dev.tandem.serving.ranking.ListSource;
import dev.tandem.serving.ranking.RankedList;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * The live lists of users, each weighed against what the batch knows.
 *
 * <p>A list, or that there is none, is remembered for a moment only: long enough for the requests of one page of a shop, too
 * short for anybody to notice.
 */
public final class LiveLists {
    // Of a hundred items each, some 20 MB.
    private static final int MAX_REMEMBERED = 2_000;
    private static final Duration[] AGES = {
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(5),
        Duration.ofHours(1),
        Duration.ofDays(1)
    };

    private final LiveListStore store;
    private final PublishedLists published;
    private final LiveListMaker maker;
    private final Duration patience;
    private final Cache<Key, CompletableFuture<Optional<LiveList>>> recent;
    private final Timer ages;
    private final Counter missed;

    /**
     * The live lists of a store.
     *
     * @param maker makes lists anew that the active model has not made
     * @param maxAge how long they are remembered, counted from when they were asked for; zero for not at all
     * @param patience how long an answer waits for a live list before it does without
     */
    public LiveLists(
            LiveListStore store,
            PublishedLists published,
            LiveListMaker maker,
            Duration maxAge,
            Duration patience,
            MeterRegistry registry) {
        this.store = store;
        this.published = published;
        this.maker = maker;
        this.patience = patience;
        this.recent = Caffeine.newBuilder()
                .maximumSize(maxAge.isZero() ? 0 : MAX_REMEMBERED)
                .expireAfterWrite(maxAge)
                .executor(Runnable::run)
                .recordStats()
                .build();
        CaffeineCacheMetrics.monitor(registry, recent, "live_lists");
        this.ages = Timer.builder("tandem.live.list.age")
                .description("Time since the last event that a live list knows, when it is served")
                .serviceLevelObjectives(AGES)
                .register(registry);
        this.missed = Counter.builder("tandem.live.lists.missed")
                .description(
                        "Answers for which the live list could not be read or made anew, so that an older one stood in")
                .register(registry);
    }

    /** What is new for a user, from the list that knows more: the live one or the active model's. */
    public ListSource newForYou(TenantId tenant, UserId user) {
        return new NewestSource(
                this, published, tenant, user, published.source(tenant, ListKind.NEW_FOR_YOU, user.value()));
    }

    /** What is stored of a user; empty where that is nothing. Fails when the store does. */
    CompletionStage<Optional<LiveList>> find(TenantId tenant, UserId user) {
        Key key = new Key(tenant, user);
        CompletableFuture<Optional<LiveList>> known = recent.getIfPresent(key);
        if (known != null) {
            return known;
        }
        CompletableFuture<Optional<LiveList>> reading = store.find(tenant, user)
                .thenApply(found -> found.filter(LiveList::isPresent))
                .toCompletableFuture();
        // Remembered from now on and not from its arrival: what is written meanwhile may not be in it.
        recent.put(key, reading);
        return reading;
    }

    /** The same, and empty also when the store fails or takes too long: the batch's list is better than no answer. */
    CompletionStage<Optional<LiveList>> findIfPossible(TenantId tenant, UserId user) {
        return inTime(find(tenant, user)).exceptionally(this::without);
    }

    /**
     * The list of a user as the active model makes it; the stored one where that knows more, or no other can be made in
     * time. Empty where there is none.
     */
    CompletionStage<RankedList> current(TenantId tenant, UserId user, LiveList stored, ModelVersion version) {
        if (stored.isMadeBy(version)) {
            return CompletableFuture.completedStage(stored.list());
        }
        return inTime(maker.make(tenant, user, version, stored))
                .exceptionally(this::without)
                .thenApply(made ->
                        made.filter(list -> knowsAsMuch(list, stored.list())).orElse(stored.list()));
    }

    private <T> CompletableFuture<T> inTime(CompletionStage<T> stage) {
        CompletableFuture<T> future = stage.toCompletableFuture();
        return future.isDone() ? future : future.copy().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Views that a stored list was made of may still be on their way to the history. */
    private static boolean knowsAsMuch(RankedList made, RankedList stored) {
        Instant known = stored.eventsUntil().orElse(Instant.MIN);
        return !made.eventsUntil().orElse(Instant.MAX).isBefore(known);
    }

    /** Notes how old what a list knows is when it is served. */
    void served(RankedList list) {
        list.eventsUntil().ifPresent(until -> ages.record(Duration.between(until, Instant.now())));
    }

    private <T> Optional<T> without(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (!ErrorMapping.isOfTheStore(cause)) {
            throw new CompletionException(cause);
        }
        missed.increment();
        return Optional.empty();
    }

    private record Key(TenantId tenant, UserId user) {}
}
