package dev.tandem.serving.ranking;

import dev.tandem.core.recommendation.RecommendationSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One of the lists from which an answer may be made, for one request. */
public interface ListSource {
    /** The source as answers name it. */
    RecommendationSource word();

    /** The list as it is now. */
    CompletionStage<Snapshot> load();

    /** The very list of this stamp; empty where it is not to be had any more. */
    CompletionStage<Optional<Snapshot>> reload(String stamp);

    /** The list as last known, without asking a store; empty where nothing is known of it. */
    Optional<Snapshot> remembered();

    /** The ids of items that this source must not show. Asked for only when the list is needed. */
    default CompletionStage<Set<String>> unwanted() {
        return CompletableFuture.completedStage(Set.of());
    }
}
