package dev.tandem.serving.foldin;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The threads on which models are unpacked and lists are made: as many as there are processors, and a bounded number of
 * tasks that wait. Neither the server's threads nor the driver's may be held up by arithmetic.
 */
final class FoldInWorkers {
    private static final int MAX_WAITING = 256;
    private static final int KEEP_SECONDS = 10;

    private final AtomicInteger count = new AtomicInteger();
    private final ThreadPoolExecutor threads;

    FoldInWorkers() {
        int processors = Runtime.getRuntime().availableProcessors();
        this.threads = new ThreadPoolExecutor(
                processors,
                processors,
                KEEP_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MAX_WAITING),
                this::thread);
        threads.allowCoreThreadTimeOut(true);
    }

    /** What a task makes; fails at once, as a store does that is not asked, where too many tasks wait. */
    <T> CompletionStage<T> make(Supplier<T> task) {
        try {
            return CompletableFuture.supplyAsync(task, threads);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedStage(new TandemException(
                    FailureKind.DEPENDENCY, "More than %d lists wait to be made".formatted(MAX_WAITING), e));
        }
    }

    private Thread thread(Runnable task) {
        Thread thread = new Thread(task, "fold-in-" + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
