package dev.tandem.serving.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of views does. */
abstract class ViewStoreContract {
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private static final TenantId SHOP = new TenantId("shop");

    // Another user in each test: what the others wrote stays.
    private final UserId user = new UserId("user-" + UUID.randomUUID());

    abstract ViewStore store();

    abstract void add(TenantId tenant, UserId user, String item, Instant viewedAt);

    abstract void remove(TenantId tenant, UserId user, String item, Instant removedAt);

    @Test
    void viewsComeNewestFirst() {
        add(SHOP, user, "hat", NOON);
        add(SHOP, user, "tea", NOON.plusSeconds(2));
        add(SHOP, user, "hat", NOON.plusSeconds(1));

        assertThat(latest(SHOP))
                .containsExactly(
                        new Viewed("tea", NOON.plusSeconds(2)),
                        new Viewed("hat", NOON.plusSeconds(1)),
                        new Viewed("hat", NOON));
    }

    @Test
    void whatWasTakenOutDoesNotCountUntilItIsViewedAgain() {
        add(SHOP, user, "hat", NOON);
        add(SHOP, user, "tea", NOON);
        remove(SHOP, user, "hat", NOON);
        assertThat(latest(SHOP)).containsExactly(new Viewed("tea", NOON));

        add(SHOP, user, "hat", NOON.plusMillis(1));

        assertThat(latest(SHOP)).containsExactly(new Viewed("hat", NOON.plusMillis(1)), new Viewed("tea", NOON));
    }

    @Test
    void onlyTheLatestAreRead() {
        IntStream.rangeClosed(0, ViewStore.MAX_VIEWS).forEach(i -> add(SHOP, user, "hat-" + i, NOON.plusSeconds(i)));

        assertThat(latest(SHOP))
                .hasSize(ViewStore.MAX_VIEWS)
                .doesNotContain(new Viewed("hat-0", NOON))
                .startsWith(new Viewed("hat-200", NOON.plusSeconds(200)));
    }

    @Test
    void viewsBelongToATenantAndAUser() {
        add(SHOP, user, "hat", NOON);

        assertThat(latest(new TenantId("store"))).isEmpty();
    }

    private List<Viewed> latest(TenantId tenant) {
        return store().latest(tenant, user).toCompletableFuture().join();
    }
}
