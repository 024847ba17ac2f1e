package dev.tandem.serving.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.ranking.Lists;
import dev.tandem.serving.ranking.RankedList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of live lists does. */
abstract class LiveListStoreContract {
    private static final TenantId SHOP = new TenantId("shop");
    private static final UserId ANNA = new UserId("anna");

    abstract LiveListStore store();

    abstract void put(TenantId tenant, UserId user, RankedList list);

    @Test
    void aListIsReadAsItWasWritten() {
        RankedList list = Lists.of("als-1", "hat", 3);
        put(SHOP, ANNA, list);

        assertThat(find(SHOP, ANNA).orElseThrow()).usingRecursiveComparison().isEqualTo(list);
    }

    @Test
    void aNewListTakesTheOldOnesPlace() {
        put(SHOP, ANNA, Lists.of("als-1", "hat", 3));
        put(SHOP, ANNA, Lists.of("als-2", "scarf", 2));

        assertThat(find(SHOP, ANNA).flatMap(RankedList::modelVersion)).contains("als-2");
    }

    @Test
    void aListBelongsToATenantAndAUser() {
        put(SHOP, ANNA, Lists.of("als-1", "hat", 3));

        assertThat(find(new TenantId("store"), ANNA)).isEmpty();
        assertThat(find(SHOP, new UserId("Anna"))).isEmpty();
    }

    private Optional<RankedList> find(TenantId tenant, UserId user) {
        return store().find(tenant, user).toCompletableFuture().join();
    }
}
