package dev.tandem.serving.history;

import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** What users looked at. */
public interface HistoryStore {
    /** A user's history; empty where the user is unknown. */
    CompletionStage<ViewHistory> find(TenantId tenant, UserId user);

    /** Takes an item out of a user's history: views of it up to this time do not count any more. */
    CompletionStage<Void> remove(TenantId tenant, UserId user, ItemId item, Instant removedAt);
}
