package dev.tandem.serving.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of purchases does. */
abstract class PurchaseStoreContract {
    static final TenantId SHOP = new TenantId("shop");
    static final UserId ANNA = new UserId("anna");

    abstract PurchaseStore store();

    abstract void put(TenantId tenant, UserId user, String... items);

    @Test
    void whatAUserBoughtIsKnown() {
        put(SHOP, ANNA, "hat-1", "hat-2");

        assertThat(find(SHOP, ANNA)).containsExactlyInAnyOrder("hat-1", "hat-2");
    }

    @Test
    void purchasesBelongToATenantAndAUser() {
        put(SHOP, ANNA, "hat-1", "hat-2");

        assertThat(find(new TenantId("store"), ANNA)).isEmpty();
        assertThat(find(SHOP, new UserId("Anna"))).isEmpty();
    }

    Set<String> find(TenantId tenant, UserId user) {
        return store().find(tenant, user).toCompletableFuture().join();
    }
}
