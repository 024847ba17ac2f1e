package dev.tandem.serving.health;

import dev.tandem.serving.Availability;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A store's state as a test says it is. */
public final class InMemoryStoreInspection implements StoreInspection {
    private final Availability availability;
    private volatile StoreState state = new StoreState.Complete(List.of());

    public InMemoryStoreInspection(Availability availability) {
        this.availability = availability;
    }

    public void set(StoreState state) {
        this.state = state;
    }

    @Override
    public CompletionStage<StoreState> inspect() {
        return availability.isDown()
                ? CompletableFuture.completedStage(new StoreState.Unreachable())
                : availability.answer(() -> state);
    }
}
