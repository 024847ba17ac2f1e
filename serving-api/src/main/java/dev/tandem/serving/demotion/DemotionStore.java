package dev.tandem.serving.demotion;

import dev.tandem.core.shop.TenantId;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Which items many are unhappy with. */
public interface DemotionStore {
    /** The ids of the tenant's demoted items; none where the tenant does not want any demoted. */
    CompletionStage<Set<String>> demoted(TenantId tenant);
}
