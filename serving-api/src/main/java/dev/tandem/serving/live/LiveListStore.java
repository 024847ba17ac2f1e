package dev.tandem.serving.live;

import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.ranking.RankedList;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The lists of those who did something since the last batch. */
public interface LiveListStore {
    /** A user's live list; empty where the user did nothing lately. */
    CompletionStage<Optional<RankedList>> find(TenantId tenant, UserId user);
}
