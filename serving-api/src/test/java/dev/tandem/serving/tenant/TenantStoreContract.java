package dev.tandem.serving.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.shop.TenantId;
import org.junit.jupiter.api.Test;

/** What every store of tenants does. */
abstract class TenantStoreContract {
    abstract TenantStore store();

    abstract void put(TenantId tenant);

    @Test
    void aTenantThatWasBroughtExists() {
        put(new TenantId("shop"));

        assertThat(store().exists(new TenantId("shop")).toCompletableFuture().join())
                .isTrue();
    }

    @Test
    void anyOtherDoesNot() {
        put(new TenantId("shop"));

        assertThat(store().exists(new TenantId("shoe")).toCompletableFuture().join())
                .isFalse();
    }
}
