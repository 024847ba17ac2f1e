package dev.tandem.serving.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.Availability;
import dev.tandem.serving.foldin.FoldInModels;
import dev.tandem.serving.foldin.InMemoryFoldInModelStore;
import dev.tandem.serving.history.InMemoryHistoryStore;
import dev.tandem.serving.history.InMemoryOrderStore;
import dev.tandem.serving.history.UserHistories;
import dev.tandem.serving.published.InMemoryPublishedListStore;
import dev.tandem.serving.published.PublishedLists;
import dev.tandem.serving.ranking.Lists;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveListsTest {
    private static final TenantId SHOP = new TenantId("shop");
    private static final UserId ANNA = new UserId("anna");

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Availability availability = new Availability();
    private final InMemoryLiveListStore store = new InMemoryLiveListStore(availability);

    @Test
    void aListAndThatThereIsNoneAreReadOnceWhileTheyAreRemembered() {
        LiveLists lists = remembering(Duration.ofMinutes(1));
        store.put(SHOP, ANNA, Lists.of("als-1", "hat", 3));
        find(lists, SHOP, ANNA);
        find(lists, SHOP, new UserId("nobody"));

        availability.down();

        assertThat(find(lists, SHOP, ANNA)).isPresent();
        assertThat(find(lists, SHOP, new UserId("nobody"))).isEmpty();
        assertThat(metrics.get("tandem.live.lists.missed").counter().count()).isZero();
    }

    @Test
    void whatIsRememberedBelongsToATenantAndAUser() {
        LiveLists lists = remembering(Duration.ofMinutes(1));
        store.put(SHOP, ANNA, Lists.of("als-1", "hat", 3));
        find(lists, SHOP, ANNA);

        assertThat(find(lists, new TenantId("store"), ANNA)).isEmpty();
        assertThat(find(lists, SHOP, new UserId("ben"))).isEmpty();
    }

    @Test
    void aChangedListIsSeenOnceTheAgeHasPassed() {
        LiveLists lists = remembering(Duration.ofMillis(100));
        store.put(SHOP, ANNA, Lists.of("als-1", "hat", 3));
        find(lists, SHOP, ANNA);

        store.put(SHOP, ANNA, Lists.of("als-2", "scarf", 3));

        await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofSeconds(5)).until(() -> find(lists, SHOP, ANNA)
                .flatMap(found -> found.list().modelVersion())
                .equals(Optional.of("als-2")));
    }

    @Test
    void withoutAnAgeNothingIsRemembered() {
        LiveLists lists = remembering(Duration.ZERO);
        find(lists, SHOP, ANNA);
        store.put(SHOP, ANNA, Lists.of("als-1", "hat", 3));

        assertThat(find(lists, SHOP, ANNA)).isPresent();
    }

    private LiveLists remembering(Duration age) {
        PublishedLists published = new PublishedLists(
                new InMemoryPublishedListStore(availability), Duration.ofSeconds(1), Duration.ZERO, metrics);
        FoldInModels models = new FoldInModels(new InMemoryFoldInModelStore(availability), published, metrics);
        UserHistories histories =
                new UserHistories(new InMemoryOrderStore(availability), new InMemoryHistoryStore(availability));
        LiveListMaker maker = new LiveListMaker(models, histories, Clock.systemUTC(), metrics);
        return new LiveLists(store, published, maker, age, Duration.ofSeconds(1), metrics);
    }

    private static Optional<LiveList> find(LiveLists lists, TenantId tenant, UserId user) {
        return lists.findIfPossible(tenant, user).toCompletableFuture().join();
    }
}
