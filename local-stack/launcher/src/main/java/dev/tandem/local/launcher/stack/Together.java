package dev.tandem.local.launcher.stack;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work that is done at the same time and, where it fails, fails with its first failure. */
final class Together {
    private final List<Work> all = new ArrayList<>();

    /** A piece of work. */
    @FunctionalInterface
    interface Work {
        void run() throws InterruptedException;
    }

    void add(Work work) {
        all.add(work);
    }

    /** Does all of it. */
    void await() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, all.size()));
        try {
            List<Future<?>> results = new ArrayList<>();
            for (Work work : all) {
                results.add(threads.submit(() -> {
                    work.run();
                    return true;
                }));
            }
            for (Future<?> result : results) {
                result.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof TandemException failure
                    ? failure
                    : new TandemException(FailureKind.INTERNAL, String.valueOf(e.getCause()), e);
        } finally {
            threads.shutdown();
        }
    }
}
