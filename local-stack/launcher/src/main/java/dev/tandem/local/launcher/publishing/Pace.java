package dev.tandem.local.launcher.publishing;

import dev.tandem.core.failure.TandemException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Times at which things are due, one after the other at a fixed rate from the begin on, whatever became of those before. */
public final class Pace {
    private static final int MAX_RATE = 100_000;

    private final int rate;
    private final long begin = System.nanoTime();

    /**
     * A pace that begins now.
     *
     * @param rate things a second; 0 where all are due at once
     */
    public Pace(int rate) {
        if (rate < 0 || rate > MAX_RATE) {
            throw TandemException.invalid(
                    "--rate", String.valueOf(rate), "0, which is as fast as possible, to " + MAX_RATE);
        }
        this.rate = rate;
    }

    /** When a thing is due, after the begin; the first one's number is 0. */
    public Duration due(long number) {
        return rate == 0
                ? Duration.ZERO
                : Duration.ofSeconds(number / rate, number % rate * TimeUnit.SECONDS.toNanos(1) / rate);
    }

    /** The time since the begin. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Waits until a thing is due. */
    public void await(long number) throws InterruptedException {
        long due = due(number).toNanos();
        for (long left = due - elapsed().toNanos();
                left > 0;
                left = due - elapsed().toNanos()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}
