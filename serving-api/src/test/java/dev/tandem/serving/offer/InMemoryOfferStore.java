package dev.tandem.serving.offer;

import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.Availability;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Offers in memory. */
public final class InMemoryOfferStore implements OfferStore {
    private final Map<Key, NavigableMap<Instant, String>> offers = new ConcurrentHashMap<>();
    private final Availability availability;

    public InMemoryOfferStore(Availability availability) {
        this.availability = availability;
    }

    public void put(TenantId tenant, UserId user, Instant offeredAt, String offer) {
        offers.computeIfAbsent(new Key(tenant, user), key -> new ConcurrentSkipListMap<>(Comparator.reverseOrder()))
                .put(offeredAt, offer);
    }

    @Override
    public CompletionStage<List<String>> find(TenantId tenant, UserId user) {
        return availability.answer(() -> {
            NavigableMap<Instant, String> found = offers.get(new Key(tenant, user));
            return found == null
                    ? List.of()
                    : found.values().stream().limit(MAX_OFFERS).toList();
        });
    }

    private record Key(TenantId tenant, UserId user) {}
}
