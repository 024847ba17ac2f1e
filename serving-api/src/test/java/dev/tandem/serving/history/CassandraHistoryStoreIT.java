package dev.tandem.serving.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.event.View;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.cassandra.LeasedCassandra;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CassandraHistoryStoreIT extends HistoryStoreContract {
    private final HistoryStore store = new CassandraHistoryStore(LeasedCassandra.client(), Clock.systemUTC());

    @Override
    HistoryStore store() {
        return store;
    }

    @Override
    void put(TenantId tenant, UserId user, ItemView view) {
        LeasedCassandra.insert(
                CassandraTables.VIEWS_BY_USER,
                tenant.value(),
                user.value(),
                view.viewedAt(),
                view.eventId(),
                view.itemId(),
                "desktop");
    }

    @Test
    void aRemovalOutlivesEveryViewThatItHides() {
        store.remove(new TenantId("shop"), new UserId("lives"), new ItemId("hat"), Instant.now())
                .toCompletableFuture()
                .join();

        assertThat(
                        LeasedCassandra.select(
                                "SELECT TTL(removed_at) FROM history_removals_by_user WHERE tenant_id = 'shop' AND user_id = 'lives'"))
                .singleElement()
                .satisfies(row -> assertThat((long) row.getInt(0))
                        .isGreaterThan(View.LIFETIME.multipliedBy(2).toSeconds() - 60));
    }
}
