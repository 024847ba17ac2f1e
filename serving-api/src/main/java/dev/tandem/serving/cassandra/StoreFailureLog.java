package dev.tandem.serving.cassandra;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of failed reads: one line in ten seconds at the most, which counts the others. */
final class StoreFailureLog {
    private static final Logger log = LoggerFactory.getLogger(StoreFailureLog.class);
    private static final long PAUSE_NANOS = Duration.ofSeconds(10).toNanos();

    private final AtomicLong nextAt = new AtomicLong(System.nanoTime());
    private final AtomicLong unlogged = new AtomicLong();

    void failed(Throwable failure) {
        long now = System.nanoTime();
        long at = nextAt.get();
        if (now - at < 0 || !nextAt.compareAndSet(at, now + PAUSE_NANOS)) {
            unlogged.incrementAndGet();
            return;
        }
        log.warn(
                "Cassandra failed a read, and {} more since the last such line; GET /health/ready says what to do: {}",
                unlogged.getAndSet(0),
                failure.toString());
    }
}
