package dev.tandem.serving.history;

import dev.tandem.core.foldin.OrderLine;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What users ordered, and gave back. */
public interface OrderStore {
    /** A user's order lines; empty where the user is unknown. */
    CompletionStage<List<OrderLine>> find(TenantId tenant, UserId user);
}
