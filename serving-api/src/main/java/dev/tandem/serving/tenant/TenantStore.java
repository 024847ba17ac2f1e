package dev.tandem.serving.tenant;

import dev.tandem.core.shop.TenantId;
import java.util.concurrent.CompletionStage;

/** Which tenants exist. */
public interface TenantStore {
    CompletionStage<Boolean> exists(TenantId tenant);
}
