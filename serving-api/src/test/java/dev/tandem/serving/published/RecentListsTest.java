package dev.tandem.serving.published;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.Availability;
import dev.tandem.serving.ranking.Lists;
import dev.tandem.serving.ranking.RankedList;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecentListsTest {
    private static final TenantId SHOP = new TenantId("shop");
    private static final ModelVersion FIRST = new ModelVersion("als-1");

    private final Availability availability = new Availability();
    private final InMemoryPublishedListStore store = new InMemoryPublishedListStore(availability);

    @Test
    void aListIsReadOnceWhileItIsRemembered() {
        PublishedLists lists = remembering(Duration.ofMinutes(1));
        store.put(SHOP, FIRST, ListKind.NEW_FOR_YOU, "anna", Lists.of("als-1", "hat", 3));
        find(lists, SHOP, FIRST, "anna");

        availability.down();

        assertThat(find(lists, SHOP, FIRST, "anna")).isPresent();
    }

    @Test
    void thatThereIsNoListIsRememberedToo() {
        PublishedLists lists = remembering(Duration.ofMinutes(1));
        find(lists, SHOP, FIRST, "nobody");

        availability.down();

        assertThat(find(lists, SHOP, FIRST, "nobody")).isEmpty();
    }

    @Test
    void whatIsRememberedBelongsToATenantAVersionAndAUser() {
        PublishedLists lists = remembering(Duration.ofMinutes(1));
        store.put(SHOP, FIRST, ListKind.NEW_FOR_YOU, "anna", Lists.of("als-1", "hat", 3));
        find(lists, SHOP, FIRST, "anna");

        assertThat(find(lists, new TenantId("store"), FIRST, "anna")).isEmpty();
        assertThat(find(lists, SHOP, new ModelVersion("als-2"), "anna")).isEmpty();
        assertThat(find(lists, SHOP, FIRST, "ben")).isEmpty();
    }

    @Test
    void withoutAnAgeNothingIsRemembered() {
        PublishedLists lists = remembering(Duration.ZERO);
        find(lists, SHOP, FIRST, "anna");
        store.put(SHOP, FIRST, ListKind.NEW_FOR_YOU, "anna", Lists.of("als-1", "hat", 3));

        assertThat(find(lists, SHOP, FIRST, "anna")).isPresent();
    }

    private PublishedLists remembering(Duration age) {
        return new PublishedLists(store, Duration.ofSeconds(1), age, new SimpleMeterRegistry());
    }

    private static Optional<RankedList> find(PublishedLists lists, TenantId tenant, ModelVersion version, String user) {
        return lists.find(tenant, version, ListKind.NEW_FOR_YOU, user)
                .toCompletableFuture()
                .join();
    }
}
