package dev.tandem.serving.offer;

import dev.tandem.core.schema.FeedbackTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.cassandra.LeasedCassandra;

class CassandraFeedbackStoreIT extends FeedbackStoreContract {
    private final FeedbackStore store = new CassandraFeedbackStore(LeasedCassandra.client());

    @Override
    FeedbackStore store() {
        return store;
    }

    @Override
    void put(TenantId tenant, StoredFeedback feedback) {
        StoredFeedback.Times times = feedback.times();
        LeasedCassandra.insert(
                FeedbackTables.FEEDBACK_BY_ID,
                tenant.value(),
                feedback.feedbackId(),
                // Whoever writes feedback has an empty text where it says nothing.
                feedback.userId() == null ? "" : feedback.userId(),
                feedback.itemId(),
                feedback.score() == null ? 0 : feedback.score(),
                feedback.text() == null ? "" : feedback.text(),
                times.receivedAt(),
                times.receivedAt(),
                feedback.flags().isEmpty() ? null : feedback.flags(),
                null,
                feedback.offer(),
                times.offeredAt(),
                times.deliveredAt(),
                feedback.attempts(),
                null,
                times.acknowledgedAt(),
                times.undeliverableAt());
    }
}
