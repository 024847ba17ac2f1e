package dev.tandem.serving.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.shop.TenantId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of stock does. */
abstract class StockStoreContract {
    private static final TenantId SHOP = new TenantId("stocked-shop");

    abstract StockStore store();

    abstract void put(TenantId tenant, String... items);

    @Test
    void everyItemThatIsOutOfStockIsKnown() {
        put(SHOP, "hat-1", "a,b", "é");

        assertThat(find(SHOP)).containsExactlyInAnyOrder("hat-1", "a,b", "é");
    }

    @Test
    void aTenantOfWhomNothingIsSaidHasEverythingInStock() {
        assertThat(find(new TenantId("full-shop"))).isEmpty();
    }

    private Set<String> find(TenantId tenant) {
        return store().outOfStock(tenant).toCompletableFuture().join();
    }
}
