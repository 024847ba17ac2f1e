package dev.tandem.serving.ranking;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One of the lists from which an answer may be made, for one request. */
public interface ListSource {
    /** What a source is for where another one stands before it. */
    enum Role {
        /** It fills up what the ones before leave of a page. */
        FILLS,
        /** It is asked only where none of those before has a list. */
        STANDS_IN
    }

    default Role role() {
        return Role.FILLS;
    }

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
