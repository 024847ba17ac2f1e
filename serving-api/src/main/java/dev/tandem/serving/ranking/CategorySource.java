package dev.tandem.serving.ranking;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The list of one category, on its way. */
record CategorySource(
        CompletionStage<Snapshot> loading,
        Supplier<Optional<Snapshot>> lastKnown,
        Supplier<CompletionStage<Set<String>>> notWanted,
        Role role)
        implements ListSource {
    @Override
    public CompletionStage<Snapshot> load() {
        return loading;
    }

    @Override
    public CompletionStage<Optional<Snapshot>> reload(String stamp) {
        return loading.thenApply(
                current -> Optional.of(current).filter(found -> found.stamp().equals(stamp)));
    }

    @Override
    public Optional<Snapshot> remembered() {
        return lastKnown.get();
    }

    @Override
    public CompletionStage<Set<String>> unwanted() {
        return notWanted.get();
    }
}
