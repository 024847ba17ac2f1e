package dev.tandem.serving.bestsellers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.ranking.Lists;
import dev.tandem.serving.ranking.RankedList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of best sellers does. */
abstract class BestSellerStoreContract {
    private static final TenantId SHOP = new TenantId("shop");

    abstract BestSellerStore store();

    abstract void put(TenantId tenant, String category, RankedList list);

    @Test
    void aListIsReadAsItWasWritten() {
        RankedList list = Lists.of("best-1", "top", 3);
        put(SHOP, "Küche & Co", list);

        assertThat(find(SHOP, "Küche & Co").orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(list);
    }

    @Test
    void theListOverAllCategoriesIsOneOfItsOwn() {
        put(SHOP, BestSellerStore.ALL_CATEGORIES, Lists.of("best-2", "top", 2));
        put(SHOP, "Hats", Lists.of("best-3", "hat", 1));

        assertThat(find(SHOP, "*").flatMap(RankedList::modelVersion)).contains("best-2");
    }

    @Test
    void aListBelongsToATenantAndACategory() {
        put(SHOP, "Hats", Lists.of("best-1", "hat", 1));

        assertThat(find(new TenantId("store"), "Hats")).isEmpty();
        assertThat(find(SHOP, "hats")).isEmpty();
    }

    private Optional<RankedList> find(TenantId tenant, String category) {
        return store().find(tenant, category).toCompletableFuture().join();
    }
}
