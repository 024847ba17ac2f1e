package dev.tandem.serving.demotion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.shop.TenantId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of demoted items does. */
abstract class DemotionStoreContract {
    abstract DemotionStore store();

    abstract void put(TenantId tenant, String... items);

    abstract void set(TenantId tenant, boolean demotes);

    @Test
    void everyDemotedItemOfATenantWithoutSettingsIsKnown() {
        put(new TenantId("demoting-shop"), "hat-1", "a,b", "é");

        assertThat(find(new TenantId("demoting-shop"))).containsExactlyInAnyOrder("hat-1", "a,b", "é");
    }

    @Test
    void aTenantMayHaveNothingDemoted() {
        TenantId kind = new TenantId("kind-shop");
        put(kind, "hat-1");
        set(kind, false);

        assertThat(find(kind)).isEmpty();

        set(kind, true);

        assertThat(find(kind)).containsExactly("hat-1");
    }

    @Test
    void aTenantOfWhomNothingIsSaidHasNothingDemoted() {
        assertThat(find(new TenantId("happy-shop"))).isEmpty();
    }

    private Set<String> find(TenantId tenant) {
        return store().demoted(tenant).toCompletableFuture().join();
    }
}
