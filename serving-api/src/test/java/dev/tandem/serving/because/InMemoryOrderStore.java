package dev.tandem.serving.because;

import dev.tandem.core.foldin.HistoryEvent;
import dev.tandem.core.foldin.UserHistory;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.Availability;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Histories in memory. */
public final class InMemoryUserHistoryStore implements UserHistoryStore {
    private final Map<Key, UserHistory> histories = new ConcurrentHashMap<>();
    private final Availability availability;

    public InMemoryUserHistoryStore(Availability availability) {
        this.availability = availability;
    }

    /** From now on the user did exactly this. */
    public void put(TenantId tenant, UserId user, HistoryEvent... events) {
        histories.put(new Key(tenant, user), UserHistory.of(List.of(events)));
    }

    @Override
    public CompletionStage<UserHistory> find(TenantId tenant, UserId user, Instant at) {
        return availability.answer(() -> histories.getOrDefault(new Key(tenant, user), UserHistory.NONE));
    }

    private record Key(TenantId tenant, UserId user) {}
}
