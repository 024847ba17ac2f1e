package dev.tandem.serving.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.shop.TenantId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of feedback does. */
abstract class FeedbackStoreContract {
    private static final TenantId SHOP = new TenantId("rated-shop");

    abstract FeedbackStore store();

    abstract void put(TenantId tenant, StoredFeedback feedback);

    @Test
    void aFeedbackIsReadAsItWasWritten() {
        put(SHOP, Feedbacks.ACKNOWLEDGED);

        assertThat(find(SHOP, "f-1")).contains(Feedbacks.ACKNOWLEDGED);
    }

    @Test
    void whatWasNotSaidAndDidNotHappenIsAbsent() {
        put(SHOP, Feedbacks.BARE);

        assertThat(find(SHOP, "bare")).contains(Feedbacks.BARE);
    }

    @Test
    void aFeedbackBelongsToATenant() {
        put(SHOP, Feedbacks.ACKNOWLEDGED);

        assertThat(find(new TenantId("store"), "f-1")).isEmpty();
        assertThat(find(SHOP, "F-1")).isEmpty();
    }

    private Optional<StoredFeedback> find(TenantId tenant, String feedback) {
        return store().find(tenant, feedback).toCompletableFuture().join();
    }
}
