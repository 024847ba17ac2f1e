package dev.tandem.serving.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Answers that are still on their way, given within a bounded time.
 *
 * <p>The server's thread waits a few milliseconds for an answer, which is longer than a healthy store takes and much cheaper
 * than to come back to the request later. After that no thread waits: a store that hangs must not hold them all.
 *
 * <p>An answer is always written on one of the server's own threads: a caller who reads slowly blocks the writer, and that
 * must never be a thread on which the driver reads for everyone.
 */
public final class Responder {
    private static final long WAIT_MILLIS = 10;

    private final Executor writers;
    private final Duration timeout;

    public Responder(Executor writers, Duration timeout) {
        this.writers = writers;
        this.timeout = timeout;
    }

    /** Sends an answer when it is there; where the store fails or is too slow, an error. */
    public <T> void send(Context ctx, CompletionStage<T> answer, Consumer<T> write) {
        send(ctx, answer, Optional::empty, write);
    }

    /** Sends an answer when it is there; where the store fails or is too slow, the spare one if there is one. */
    public <T> void send(Context ctx, CompletionStage<T> answer, Supplier<Optional<T>> spare, Consumer<T> write) {
        CompletableFuture<T> pending = answer.toCompletableFuture();
        if (isSoonDone(pending)) {
            write.accept(settle(pending, spare));
            return;
        }
        ctx.future(() -> {
            CompletableFuture<T> bounded = pending.copy().orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return bounded.handleAsync(
                    (value, failure) -> {
                        write.accept(settle(bounded, spare));
                        return ctx;
                    },
                    writers);
        });
    }

    /** Whether it is done, successfully or not, now or within {@link #WAIT_MILLIS}. */
    private static boolean isSoonDone(CompletableFuture<?> pending) {
        if (pending.isDone()) {
            return true;
        }
        try {
            pending.get(WAIT_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | CancellationException e) {
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static <T> T settle(CompletableFuture<T> done, Supplier<Optional<T>> spare) {
        try {
            return done.join();
        } catch (CompletionException e) {
            if (e.getCause() != null && ErrorMapping.isOfTheStore(e.getCause())) {
                return spare.get().orElseThrow(() -> e);
            }
            throw e;
        }
    }
}
