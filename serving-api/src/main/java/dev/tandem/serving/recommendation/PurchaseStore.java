package dev.tandem.serving.recommendation;

import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** What users have bought. */
public interface PurchaseStore {
    /** The ids of the items that a user bought and kept; empty where the user is unknown. */
    CompletionStage<Set<String>> find(TenantId tenant, UserId user);
}
