package dev.tandem.etl.changes;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The slices of one task that are under way; so many at once and no more. The first failure ends it. */
final class InFlight {
    private static final int MAX = 128;

    private final Semaphore places = new Semaphore(MAX);
    private final AtomicReference<Outcome> sum = new AtomicReference<>(Outcome.NOTHING);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    /** Starts one when there is a place for it; what it did is in {@link #await}, too. */
    CompletionStage<Outcome> start(Supplier<CompletionStage<Outcome>> slice) {
        places.acquireUninterruptibly();
        throwFailure();
        return slice.get().whenComplete((outcome, failed) -> {
            if (failed == null) {
                sum.accumulateAndGet(outcome, Outcome::plus);
            } else {
                failure.compareAndSet(null, new CompletionException(failed));
            }
            places.release();
        });
    }

    /** Waits for all of them. */
    Outcome await() {
        places.acquireUninterruptibly(MAX);
        throwFailure();
        return sum.get();
    }

    private void throwFailure() {
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }
}
