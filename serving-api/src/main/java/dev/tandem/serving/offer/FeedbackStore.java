package dev.tandem.serving.offer;

import dev.tandem.core.shop.TenantId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Feedback by its id. */
public interface FeedbackStore {
    /** The feedback of an id; empty where none is stored. */
    CompletionStage<Optional<StoredFeedback>> find(TenantId tenant, String feedbackId);
}
