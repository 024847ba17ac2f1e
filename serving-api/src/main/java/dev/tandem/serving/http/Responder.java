package dev.tandem.serving.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Answers that are still on their way, given without a thread that waits for them, and within a bounded time.
 *
 * <p>An answer is always written on one of the server's own threads: a caller who reads slowly blocks the writer, and that
 * must never be a thread on which the driver reads for everyone.
 */
public final class Responder {
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
        if (pending.isDone()) {
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
