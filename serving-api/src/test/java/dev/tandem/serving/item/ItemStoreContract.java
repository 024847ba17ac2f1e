package dev.tandem.serving.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of items does. */
abstract class ItemStoreContract {
    private static final TenantId SHOP = new TenantId("shop");

    abstract ItemStore store();

    abstract void put(TenantId tenant, Item item);

    @Test
    void anItemIsReadAsItWasWritten() {
        Item item = new Item("hat-1", "Red hat", "Hats", new BigDecimal("12.50"), false, Map.of("colour", "red"));
        put(SHOP, item);

        assertThat(find(SHOP, "hat-1")).contains(item);
    }

    @Test
    void whatTheShopDidNotSayIsAbsent() {
        Item bare = new Item("bare", null, null, null, null, Map.of());
        put(SHOP, bare);

        assertThat(find(SHOP, "bare")).contains(bare);
    }

    @Test
    void anItemBelongsToATenant() {
        put(SHOP, new Item("hat-1", "Red hat", "Hats", null, null, Map.of()));

        assertThat(find(new TenantId("store"), "hat-1")).isEmpty();
        assertThat(find(SHOP, "HAT-1")).isEmpty();
    }

    private Optional<Item> find(TenantId tenant, String item) {
        return store().find(tenant, new ItemId(item)).toCompletableFuture().join();
    }
}
