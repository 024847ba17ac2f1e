package dev.tandem.serving.offer;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.Availability;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Feedback in memory. */
public final class InMemoryFeedbackStore implements FeedbackStore {
    private final Map<Key, StoredFeedback> feedback = new ConcurrentHashMap<>();
    private final Availability availability;

    public InMemoryFeedbackStore(Availability availability) {
        this.availability = availability;
    }

    public void put(TenantId tenant, StoredFeedback stored) {
        feedback.put(new Key(tenant, stored.feedbackId()), stored);
    }

    @Override
    public CompletionStage<Optional<StoredFeedback>> find(TenantId tenant, String feedbackId) {
        return availability.answer(() -> Optional.ofNullable(feedback.get(new Key(tenant, feedbackId))));
    }

    private record Key(TenantId tenant, String feedbackId) {}
}
