package dev.tandem.serving.because;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.foldin.HistoryEvent;
import dev.tandem.core.foldin.UserHistory;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.cassandra.LeasedCassandra;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CassandraUserHistoryStoreIT {
    private static final TenantId SHOP = new TenantId("shop");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant EVENING = NOON.plusSeconds(21_600);

    private final UserHistoryStore store = new CassandraUserHistoryStore(LeasedCassandra.client());
    private final UserId user = new UserId("user-" + UUID.randomUUID());

    @Test
    void ofOrdersCountsWhatWasKeptAndOfViewsWhatWasNotRemovedSince() {
        order("order-1", "hat", "sale", null);
        order("order-2", "scarf", "sale", NOON.plusSeconds(60));
        order("order-3", "cap", "sale", null);
        order("order-4", "cap", "cancellation", null);
        view("tea", NOON);
        view("cup", NOON);
        LeasedCassandra.insert(CassandraTables.HISTORY_REMOVALS_BY_USER, SHOP.value(), user.value(), "cup", NOON);

        UserHistory history = find(SHOP);

        assertThat(history.events())
                .containsExactlyInAnyOrder(HistoryEvent.order("hat", NOON, "order-1"), HistoryEvent.view("tea", NOON));
        assertThat(history.purchased()).containsExactlyInAnyOrder("hat", "cap");
    }

    @Test
    void whoDidNothingHasNoHistory() {
        assertThat(find(SHOP)).isEqualTo(UserHistory.NONE);
    }

    @Test
    void aHistoryBelongsToATenant() {
        view("tea", NOON);

        assertThat(find(new TenantId("store"))).isEqualTo(UserHistory.NONE);
    }

    private UserHistory find(TenantId tenant) {
        return store.find(tenant, user, EVENING).toCompletableFuture().join();
    }

    private void order(String order, String item, String kind, @Nullable Instant cancelledAt) {
        LeasedCassandra.insert(
                CassandraTables.ORDER_LINES_BY_USER,
                SHOP.value(),
                user.value(),
                order,
                1,
                item,
                1,
                BigDecimal.TEN,
                NOON,
                kind,
                cancelledAt);
    }

    private void view(String item, Instant at) {
        LeasedCassandra.insert(
                CassandraTables.VIEWS_BY_USER, SHOP.value(), user.value(), at, item + "@" + at, item, "test");
    }
}
