package dev.tandem.serving.live;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.serving.ranking.RankedList;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of what a user did since the last batch.
 *
 * @param list the user's list; empty where there is none
 * @param removedAt when the user last took something out of the history; null where that was never
 */
public record LiveList(RankedList list, @Nullable Instant removedAt) {
    /** Whether there is anything. */
    boolean isPresent() {
        return !list.isEmpty() || removedAt != null;
    }

    /** Whether the user did something at this instant or later. */
    boolean isOf(Instant watermark) {
        return list.eventsUntil().filter(until -> !until.isBefore(watermark)).isPresent()
                || (removedAt != null && !removedAt.isBefore(watermark));
    }

    /** Whether the list is what this model makes of the history as it is now. */
    boolean isMadeBy(ModelVersion version) {
        return list.modelVersion().equals(Optional.of(version.value())) && !isFromBeforeARemoval();
    }

    private boolean isFromBeforeARemoval() {
        return removedAt != null
                && list.generatedAt().filter(made -> !made.isBefore(removedAt)).isEmpty();
    }
}
