package dev.tandem.core.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.failure.TandemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    @ParameterizedTest
    @ValueSource(strings = {"1", "user-39", "Zoë Ω", "a/b?c=d", " padded "})
    void anIdMayHoldAnyPrintableText(String id) {
        assertThat(new UserId(id)).hasToString(id);
        assertThat(new ItemId(id)).hasToString(id);
        assertThat(new CouponId(id)).hasToString(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\u0000b", "line\nfeed", "\u007f"})
    void anEmptyBlankOrControlledIdIsRefusedByName(String id) {
        assertThatThrownBy(() -> new UserId(id))
                .isInstanceOf(TandemException.class)
                .hasMessageStartingWith("user_id is '")
                .hasMessageEndingWith("allowed: 1 to 128 characters, not all blank, no control characters");
    }

    @Test
    void anIdHasAtMost128Characters() {
        assertThat(new ItemId("i".repeat(128)).value()).hasSize(128);
        assertThatThrownBy(() -> new ItemId("i".repeat(129))).hasMessageContaining("item_id is '");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "1", "online-retail", "slips_2"})
    void aTenantIsAShortLowerCaseName(String tenant) {
        assertThat(new TenantId(tenant)).hasToString(tenant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "all", "Shop", "-shop", "a b", "shop;drop table", "../shop"})
    void aTenantThatIsNoShortLowerCaseNameIsRefused(String tenant) {
        assertThatThrownBy(() -> new TenantId(tenant))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("tenant_id is '" + tenant + "'");
    }
}
