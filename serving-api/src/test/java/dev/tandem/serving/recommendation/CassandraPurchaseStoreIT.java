package dev.tandem.serving.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.cassandra.LeasedCassandra;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CassandraPurchaseStoreIT extends PurchaseStoreContract {
    private static final Instant ORDERED_AT = Instant.parse("2026-01-01T10:00:00Z");

    private final PurchaseStore store = new CassandraPurchaseStore(LeasedCassandra.client());

    @Override
    PurchaseStore store() {
        return store;
    }

    @Override
    void put(TenantId tenant, UserId user, String... items) {
        for (int line = 0; line < items.length; line++) {
            insert(tenant, user, line, items[line], "sale", null);
        }
    }

    @Test
    void whatWasGivenBackOrCalledOffIsNoPurchase() {
        UserId bob = new UserId("bob");
        insert(SHOP, bob, 1, "kept", "sale", null);
        insert(SHOP, bob, 2, "given-back", "cancellation", null);
        insert(SHOP, bob, 3, "called-off", "sale", ORDERED_AT.plusSeconds(60));

        assertThat(find(SHOP, bob)).containsExactly("kept");
    }

    private static void insert(
            TenantId tenant, UserId user, int line, String item, String kind, @Nullable Instant cancelledAt) {
        LeasedCassandra.insert(
                CassandraTables.ORDER_LINES_BY_USER,
                tenant.value(),
                user.value(),
                "order-1",
                line,
                item,
                1,
                BigDecimal.TEN,
                ORDERED_AT,
                kind,
                cancelledAt);
    }
}
