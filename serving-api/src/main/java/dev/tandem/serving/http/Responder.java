package dev.tandem.serving.http;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Answers that are still on their way, given within a bounded time. No thread waits for them.
 *
 * <p>An answer is written on the thread that brings it, which may be the one on which the driver reads for everyone, as long
 * as that cannot wait: what fits into the server's buffer is sent as far as the caller takes it, and the rest when there is
 * room. What does not fit, or is to be compressed, is written on one of the server's own threads, because a caller who reads
 * slowly blocks the writer.
 */
public final class Responder {
    // Javalin compresses no answer that is shorter.
    private static final int LEAST_COMPRESSED = 1500;

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
            return bounded.handle((value, failure) -> {
                        write.accept(settle(bounded, spare));
                        return ctx;
                    })
                    .thenCompose(written -> isSentAtOnce(ctx)
                            ? CompletableFuture.completedFuture(ctx)
                            : CompletableFuture.supplyAsync(() -> ctx, writers));
        });
    }

    /**
     * Holds an answer open until that which begins with a value ends; where the store fails or is too slow to give the value, an
     * error.
     */
    public <T> void hold(Context ctx, CompletionStage<T> value, Function<T, CompletableFuture<Void>> begin) {
        ctx.future(() -> value.toCompletableFuture()
                .copy()
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .thenCompose(begin));
    }

    /** Whether the answer is sent without ever waiting for its caller. */
    private static boolean isSentAtOnce(Context ctx) {
        try {
            InputStream answer = ctx.resultInputStream();
            int length = answer == null ? 0 : answer.available();
            return length < LEAST_COMPRESSED
                    || (length <= HttpServer.COPY_BYTES && ctx.header(Header.ACCEPT_ENCODING) == null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
