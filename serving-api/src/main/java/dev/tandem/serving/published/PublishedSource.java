package dev.tandem.serving.published;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.ranking.ListSource;
import dev.tandem.serving.ranking.Snapshot;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A published list; its stamp is the model's version, because a version's lists never change. */
record PublishedSource(PublishedLists lists, TenantId tenant, ListKind kind, String key) implements ListSource {
    @Override
    public CompletionStage<Snapshot> load() {
        return lists.activeModel(tenant)
                .thenCompose(model -> model.isPresent()
                        ? load(model.get().version())
                        : CompletableFuture.completedStage(Snapshot.NONE));
    }

    @Override
    public CompletionStage<Optional<Snapshot>> reload(String stamp) {
        return load(new ModelVersion(stamp))
                .thenApply(snapshot -> Optional.of(snapshot).filter(found -> !found.isEmpty()));
    }

    @Override
    public Optional<Snapshot> remembered() {
        return Optional.empty();
    }

    private CompletionStage<Snapshot> load(ModelVersion version) {
        return lists.find(tenant, version, kind, key)
                .thenApply(found -> found.map(list -> new Snapshot(kind.source(), version.value(), list))
                        .orElse(Snapshot.NONE));
    }
}
