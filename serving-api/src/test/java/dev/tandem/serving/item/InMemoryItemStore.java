package dev.tandem.serving.item;

import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.Availability;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Items in memory. */
public final class InMemoryItemStore implements ItemStore {
    private final Map<Key, Item> items = new ConcurrentHashMap<>();
    private final Availability availability;

    public InMemoryItemStore(Availability availability) {
        this.availability = availability;
    }

    public void put(TenantId tenant, Item item) {
        items.put(new Key(tenant, new ItemId(item.itemId())), item);
    }

    @Override
    public CompletionStage<Optional<Item>> find(TenantId tenant, ItemId item) {
        return availability.answer(() -> Optional.ofNullable(items.get(new Key(tenant, item))));
    }

    private record Key(TenantId tenant, ItemId item) {}
}
