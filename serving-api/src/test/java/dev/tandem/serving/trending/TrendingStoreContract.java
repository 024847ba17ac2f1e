package dev.tandem.serving.trending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.ranking.Lists;
import dev.tandem.serving.ranking.RankedList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of trending items does. */
abstract class TrendingStoreContract {
    private static final TenantId SHOP = new TenantId("shop");

    abstract TrendingStore store();

    abstract void put(TenantId tenant, String category, RankedList list);

    @Test
    void aListIsReadAsItWasWrittenAndNoModelMadeIt() {
        RankedList list = Lists.withoutModel(Lists.of("", "hot", 3));
        put(SHOP, "Küche & Co", list);

        assertThat(find(SHOP, "Küche & Co").orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(list);
    }

    @Test
    void aListBelongsToATenantAndACategory() {
        put(SHOP, "Hats", Lists.withoutModel(Lists.of("", "hat", 1)));

        assertThat(find(new TenantId("store"), "Hats")).isEmpty();
        assertThat(find(SHOP, "hats")).isEmpty();
        assertThat(find(SHOP, "*")).isEmpty();
    }

    private Optional<RankedList> find(TenantId tenant, String category) {
        return store().find(tenant, category).toCompletableFuture().join();
    }
}
