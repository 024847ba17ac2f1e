package dev.tandem.runtime.cassandra;

import com.datastax.spark.connector.writer.RateLimiter;

/** Holds a task back so that all tasks together handle no more than so many rows a second. */
public final class WritePace {
    private static final long UNBOUNDED = 1_000_000_000;
    /** A task may be ahead of its pace by a tenth of a second. */
    private static final long BURSTS = 10;

    private final RateLimiter limiter;

    /**
     * The pace of one of several tasks that run at once.
     *
     * @param maxRowsPerSecond of all tasks together; 0 for no bound
     */
    public WritePace(long maxRowsPerSecond, int tasks) {
        long rate = maxRowsPerSecond == 0 ? UNBOUNDED : Math.max(1, maxRowsPerSecond / tasks);
        this.limiter = new RateLimiter(
                rate,
                Math.max(1, rate / BURSTS),
                RateLimiter.$lessinit$greater$default$3(),
                RateLimiter.$lessinit$greater$default$4());
    }

    /** Waits until the rows may go. */
    public void await(int rows) {
        limiter.maybeSleep(rows);
    }
}
