package dev.tandem.serving;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** How the fakes of all stores answer: as they should, with a failure, never, or with a defect. */
public final class Availability {
    private enum State {
        UP,
        DOWN,
        SILENT,
        DEFECTIVE
    }

    private volatile State state = State.UP;

    public void up() {
        state = State.UP;
    }

    public void down() {
        state = State.DOWN;
    }

    public void silent() {
        state = State.SILENT;
    }

    public void defective() {
        state = State.DEFECTIVE;
    }

    public boolean isDown() {
        return state == State.DOWN;
    }

    /** The answer, on another thread as a driver's would be. */
    public <T> CompletionStage<T> answer(Supplier<T> value) {
        return switch (state) {
            case UP -> CompletableFuture.supplyAsync(value);
            case DOWN ->
                CompletableFuture.failedFuture(new TandemException(FailureKind.DEPENDENCY, "The store is down"));
            case SILENT -> new CompletableFuture<>();
            case DEFECTIVE -> CompletableFuture.failedFuture(new IllegalStateException("inner workings"));
        };
    }
}
