package dev.tandem.serving.ranking;

import dev.tandem.core.shop.TenantId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The list for someone about whom nothing is known. */
public interface FallbackList {
    /** The tenant's list; {@link RankedList#NONE} where it has none. */
    CompletionStage<RankedList> load(TenantId tenant);

    /** The list as it was last known, without asking the store; empty where it was never asked for. */
    Optional<RankedList> remembered(TenantId tenant);
}
