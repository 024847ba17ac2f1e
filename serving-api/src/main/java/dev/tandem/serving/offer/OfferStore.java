package dev.tandem.serving.offer;

import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What users were offered. */
public interface OfferStore {
    /** How many offers of a user are looked at, the latest ones. */
    int MAX_OFFERS = 100;

    /** The offers of a user as they were first sent, newest first; none where the user is unknown. */
    CompletionStage<List<String>> find(TenantId tenant, UserId user);
}
