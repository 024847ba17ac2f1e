package dev.tandem.serving.live;

import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What users looked at. */
public interface ViewStore {
    /** How many of a user's views are read at the most. */
    int MAX_VIEWS = 200;

    /** A user's latest views, newest first, without what the user took out of the history; empty where there are none. */
    CompletionStage<List<Viewed>> latest(TenantId tenant, UserId user);
}
