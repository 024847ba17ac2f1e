package dev.tandem.serving.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of histories does. */
abstract class HistoryStoreContract {
    private static final TenantId SHOP = new TenantId("shop");
    private static final Instant AT = Instant.parse("2026-01-02T10:00:00Z");

    abstract HistoryStore store();

    abstract void put(TenantId tenant, UserId user, ItemView view);

    @Test
    void viewsAreReadNewestFirst() {
        UserId user = new UserId("order");
        view(user, "hat", 1);
        view(user, "cup", 3);
        view(user, "jug", 2);

        assertThat(items(SHOP, user)).containsExactly("cup", "jug", "hat");
        assertThat(find(SHOP, user).views().get(0)).isEqualTo(new ItemView("cup-3", "cup", AT.plusMillis(3)));
    }

    @Test
    void theLatestFiveHundredViewsAreRead() {
        UserId user = new UserId("many");
        for (int at = 1; at <= 510; at++) {
            view(user, "item-" + at, at);
        }

        assertThat(items(SHOP, user)).hasSize(500).startsWith("item-510").endsWith("item-11");
    }

    @Test
    void anItemTakenOutIsGoneWithEveryViewUpToThenWheneverItComes() {
        UserId user = new UserId("removes");
        view(user, "hat", 1);
        view(user, "cup", 2);

        remove(user, "hat", 10);
        assertThat(items(SHOP, user)).containsExactly("cup");

        view(user, "hat", 10);
        assertThat(items(SHOP, user)).containsExactly("cup");

        view(user, "hat", 11);
        assertThat(items(SHOP, user)).containsExactly("hat", "cup");
    }

    @Test
    void ofTwoRemovalsTheLaterCountsInWhateverOrderTheyCome() {
        UserId user = new UserId("twice");
        view(user, "hat", 15);

        remove(user, "hat", 20);
        remove(user, "hat", 10);

        assertThat(items(SHOP, user)).isEmpty();
    }

    @Test
    void aHistoryBelongsToATenantAndAUser() {
        UserId user = new UserId("own");
        view(user, "hat", 1);

        assertThat(items(new TenantId("store"), user)).isEmpty();
        assertThat(items(SHOP, new UserId("OWN"))).isEmpty();
    }

    private void view(UserId user, String item, int millis) {
        put(SHOP, user, new ItemView(item + "-" + millis, item, AT.plusMillis(millis)));
    }

    private void remove(UserId user, String item, int millis) {
        store().remove(SHOP, user, new ItemId(item), AT.plusMillis(millis))
                .toCompletableFuture()
                .join();
    }

    private ViewHistory find(TenantId tenant, UserId user) {
        return store().find(tenant, user).toCompletableFuture().join();
    }

    private List<String> items(TenantId tenant, UserId user) {
        return find(tenant, user).items().stream().map(ItemView::itemId).toList();
    }
}
