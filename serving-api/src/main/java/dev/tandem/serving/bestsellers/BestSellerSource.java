package dev.tandem.serving.bestsellers;

import dev.tandem.core.recommendation.RecommendationSource;
import dev.tandem.serving.ranking.ListSource;
import dev.tandem.serving.ranking.Snapshot;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Best sellers of one category, on their way. */
record BestSellerSource(
        CompletionStage<Snapshot> loading,
        Supplier<Optional<Snapshot>> lastKnown,
        Supplier<CompletionStage<Set<String>>> notWanted)
        implements ListSource {
    @Override
    public RecommendationSource word() {
        return RecommendationSource.BEST_SELLERS;
    }

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
