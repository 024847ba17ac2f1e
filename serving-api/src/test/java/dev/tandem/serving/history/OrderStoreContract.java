package dev.tandem.serving.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.foldin.OrderLine;
import dev.tandem.core.shop.OrderKind;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of order lines does. */
abstract class OrderStoreContract {
    private static final TenantId SHOP = new TenantId("shop");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final UserId user = new UserId("user-" + UUID.randomUUID());

    abstract OrderStore store();

    abstract void put(TenantId tenant, UserId user, OrderLine line);

    @Test
    void linesAreReadAsTheyWereWritten() {
        OrderLine kept = new OrderLine("order-1", "hat", 2, NOON, OrderKind.SALE, null);
        OrderLine calledOff = new OrderLine("order-2", "cap", 1, NOON, OrderKind.SALE, NOON.plusSeconds(60));
        OrderLine givenBack = new OrderLine("order-3", "hat", 1, NOON, OrderKind.CANCELLATION, null);
        put(SHOP, user, kept);
        put(SHOP, user, calledOff);
        put(SHOP, user, givenBack);

        assertThat(find(SHOP)).containsExactlyInAnyOrder(kept, calledOff, givenBack);
    }

    @Test
    void linesBelongToATenantAndAUser() {
        put(SHOP, user, new OrderLine("order-1", "hat", 2, NOON, OrderKind.SALE, null));

        assertThat(find(new TenantId("store"))).isEmpty();
    }

    private List<OrderLine> find(TenantId tenant) {
        return store().find(tenant, user).toCompletableFuture().join();
    }
}
