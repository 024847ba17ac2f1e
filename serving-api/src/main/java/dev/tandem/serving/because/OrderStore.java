package dev.tandem.serving.because;

import dev.tandem.core.foldin.UserHistory;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** What users did, as far as it counts for their lists. */
public interface UserHistoryStore {
    /** What a user bought and viewed up to an instant, without what was given back or removed. */
    CompletionStage<UserHistory> find(TenantId tenant, UserId user, Instant at);
}
