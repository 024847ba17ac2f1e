package dev.tandem.serving.live;

import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The lists of those who did something since the last batch. */
public interface LiveListStore {
    /** What is stored of a user; empty where the user did nothing lately. */
    CompletionStage<Optional<LiveList>> find(TenantId tenant, UserId user);
}
