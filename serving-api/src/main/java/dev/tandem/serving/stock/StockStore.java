package dev.tandem.serving.stock;

import dev.tandem.core.shop.TenantId;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** What the shop's catalog says about stock. */
public interface StockStore {
    /** The ids of the tenant's items that cannot be bought now. */
    CompletionStage<Set<String>> outOfStock(TenantId tenant);
}
