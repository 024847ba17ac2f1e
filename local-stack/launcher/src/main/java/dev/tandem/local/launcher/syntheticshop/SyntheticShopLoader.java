package dev.tandem.local.launcher.syntheticshop;

import dev.tandem.core.settings.PostgresSettings;
import dev.tandem.core.shop.TenantId;
import dev.tandem.local.launcher.shopdata.LoadCounts;
import dev.tandem.local.launcher.shopdata.ShopLoader;
import java.time.Instant;
import java.util.List;

/** Puts a synthetic shop into PostgreSQL. */
public final class SyntheticShopLoader {
    /** The shop of the demo: with this seed {@code user-39}, who stands in the examples, is a regular customer. */
    public static final long DEMO_SEED = 9;

    private static final String TENANT_NAME = "Synthetic shop";

    private SyntheticShopLoader() {}

    /** Generates and loads in one transaction. The same shop again changes nothing. */
    public static LoadCounts load(
            PostgresSettings postgres, TenantId tenant, SyntheticShopSize size, long seed, Instant until) {
        try (ShopLoader shop = ShopLoader.open(postgres, tenant, TENANT_NAME)) {
            new SyntheticShop(size, seed, until).writeTo(shop);
            return shop.commit(List.of());
        }
    }
}
