package dev.tandem.local.launcher.publishing;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Something that is done again and again while work is going on. */
public record Ticker(Duration interval, Runnable tick) {
    /** Work that may take its time. */
    @FunctionalInterface
    public interface Work {
        void run() throws InterruptedException;
    }

    /** Does the work; the first tick is one interval after its begin. */
    public void during(Work work) throws InterruptedException {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        Future<?> ticks = clock.scheduleAtFixedRate(tick, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
        try {
            work.run();
        } finally {
            ticks.cancel(false);
            clock.shutdown();
        }
    }
}
