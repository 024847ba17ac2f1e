package dev.tandem.local.launcher.syntheticshop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.settings.PostgresSettings;
import dev.tandem.core.shop.TenantId;
import dev.tandem.local.launcher.shopdata.LoadCounts;
import dev.tandem.local.launcher.shopdata.ShopRows;
import dev.tandem.local.services.SharedStack;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A synthetic shop in PostgreSQL. */
class SyntheticShopLoaderIT {
    private static final SyntheticShopSize SMALL = new SyntheticShopSize(50, 100, 4, 60);
    private static final Instant UNTIL = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void isLoadedOnceHoweverOftenItComes() {
        PostgresSettings postgres = SharedStack.lease("syntheticshop").postgres();

        LoadCounts first = SyntheticShopLoader.load(postgres, new TenantId("shop"), SMALL, 1, UNTIL);
        LoadCounts second = SyntheticShopLoader.load(postgres, new TenantId("shop"), SMALL, 1, UNTIL);

        assertThat(first.users().inserted()).isEqualTo(50);
        assertThat(first.items().inserted()).isEqualTo(100);
        assertThat(first.coupons().inserted()).isEqualTo(10);
        assertThat(first.settings().inserted()).isEqualTo(1);
        assertThat(second.changed()).isZero();
        assertThat(new ShopRows(postgres)
                        .select("SELECT coupon_id || ' ' || min_severity || ' ' || cool_down_days || ' ' || budget"
                                + " FROM coupons WHERE tenant_id = 'shop' AND budget IS NOT NULL"))
                .containsExactly("coupon-very-sorry 3 14 25");
        assertThat(new ShopRows(postgres)
                        .select("SELECT goodwill_discount || ' ' || goodwill_discount_kind FROM feedback_settings"
                                + " WHERE tenant_id = 'shop'"))
                .containsExactly("5.00 percent");
        assertThat(new ShopRows(postgres).select("SELECT count(*) FROM order_lines WHERE tenant_id = 'shop'"))
                .containsExactly(String.valueOf(first.lines().inserted()));
    }
}
