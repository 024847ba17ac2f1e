package dev.tandem.serving.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.recommendation.RankedItem;
import dev.tandem.core.recommendation.RankedItems;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.foldin.FoldInModels;
import dev.tandem.serving.foldin.LoadedModel;
import dev.tandem.serving.history.UserHistories;
import dev.tandem.serving.ranking.RankedList;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Makes the live list of a user whose stored one is of another model than the active one, or from before something left the
 * history: until the speed layer has come to that user, which after a switch of models takes as long as there are users.
 *
 * <p>What was made is remembered for as long as the speed layer usually takes, so that a page has a next one.
 */
public final class LiveListMaker {
    // Of two hundred items each, some 40 MB.
    private static final int MAX_REMEMBERED = 2_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final FoldInModels models;
    private final UserHistories histories;
    private final Clock clock;
    private final AsyncCache<Key, RankedList> made;
    private final Counter count;

    public LiveListMaker(FoldInModels models, UserHistories histories, Clock clock, MeterRegistry registry) {
        this.models = models;
        this.histories = histories;
        this.clock = clock;
        this.made = Caffeine.newBuilder()
                .maximumSize(MAX_REMEMBERED)
                .expireAfterWrite(REMEMBERED)
                .executor(Runnable::run)
                .buildAsync();
        this.count = Counter.builder("tandem.live.lists.made")
                .description(
                        "Live lists that were made for an answer, because the stored one was of another model or history")
                .register(registry);
    }

    /**
     * The list that a model makes of what the stored one knows, and of no later views: whoever saw them count would see them
     * gone where the stored list is served again before the speed layer has come to them. Empty where the model is not in
     * memory, into which it is brought then: seconds after a switch, and nobody waits for it. Fails when the store does.
     *
     * @param stored the list is made once for each state of what is stored
     */
    CompletionStage<Optional<RankedList>> make(TenantId tenant, UserId user, ModelVersion version, LiveList stored) {
        return models.loaded(tenant, version)
                .map(model -> made.get(
                                new Key(
                                        tenant,
                                        user,
                                        version,
                                        stored.list().generatedAt().orElse(null),
                                        stored.list().eventsUntil().orElse(Instant.MAX),
                                        stored.removedAt()),
                                (key, executor) -> rank(key, model).toCompletableFuture())
                        .thenApply(Optional::of))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    private CompletionStage<RankedList> rank(Key key, LoadedModel model) {
        Instant now = clock.instant();
        count.increment();
        return histories.find(key.tenant(), key.user(), now, key.until()).thenCompose(known -> model.rank(
                        known.history(), now)
                .thenApply(items -> list(items, key.version(), earlier(known.latest(), key.until()), now)));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static RankedList list(List<RankedItem> items, ModelVersion version, Instant until, Instant at) {
        return items.isEmpty()
                ? RankedList.NONE
                : new RankedList(RankedItems.encode(items).getBytes(UTF_8), version.value(), until, at);
    }

    private record Key(
            TenantId tenant,
            UserId user,
            ModelVersion version,
            @Nullable Instant generatedAt,
            Instant until,
            @Nullable Instant removedAt) {}
}
