package dev.tandem.serving.digest;

import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.Availability;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Digests in memory. */
public final class InMemoryDigestStore implements DigestStore {
    private final Map<Key, Digest> items = new ConcurrentHashMap<>();
    private final Map<Key, Digest> categories = new ConcurrentHashMap<>();
    private final Availability availability;

    public InMemoryDigestStore(Availability availability) {
        this.availability = availability;
    }

    public void putItem(TenantId tenant, String item, Digest digest) {
        items.put(new Key(tenant, item), digest);
    }

    public void putCategory(TenantId tenant, String category, Digest digest) {
        categories.put(new Key(tenant, category), digest);
    }

    @Override
    public CompletionStage<Optional<Digest>> ofItem(TenantId tenant, ItemId item) {
        return availability.answer(() -> Optional.ofNullable(items.get(new Key(tenant, item.value()))));
    }

    @Override
    public CompletionStage<Optional<Digest>> ofCategory(TenantId tenant, String category) {
        return availability.answer(() -> Optional.ofNullable(categories.get(new Key(tenant, category))));
    }

    private record Key(TenantId tenant, String key) {}
}
