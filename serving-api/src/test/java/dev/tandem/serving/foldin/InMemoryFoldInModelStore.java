package dev.tandem.serving.foldin;

import dev.tandem.core.foldin.FoldInModel;
import dev.tandem.core.foldin.FoldInParts;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.Availability;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Models in memory, in their stored form. */
public final class InMemoryFoldInModelStore implements FoldInModelStore {
    private final Map<Key, FoldInModel> models = new ConcurrentHashMap<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final Availability availability;

    public InMemoryFoldInModelStore(Availability availability) {
        this.availability = availability;
    }

    public void put(FoldInModel model) {
        models.put(new Key(model.tenant(), model.version()), model);
    }

    /** Takes a version away, as a clean-up does. */
    public void remove(TenantId tenant, ModelVersion version) {
        models.remove(new Key(tenant, version));
    }

    /** How often a model was asked for. */
    int reads() {
        return reads.get();
    }

    @Override
    public CompletionStage<Optional<FoldInParts>> find(TenantId tenant, ModelVersion version) {
        reads.incrementAndGet();
        return availability.answer(
                () -> Optional.ofNullable(models.get(new Key(tenant, version))).map(InMemoryFoldInModelStore::parts));
    }

    private static FoldInParts parts(FoldInModel model) {
        List<ByteBuffer> encoded = model.encode();
        FoldInParts parts = new FoldInParts(model.tenant(), model.version());
        encoded.forEach(part -> parts.add(encoded.size(), part));
        return parts;
    }

    private record Key(TenantId tenant, ModelVersion version) {}
}
