package dev.tandem.serving.intake;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of what Kafka did not acknowledge: one line in ten seconds at the most, which counts the others. */
final class BrokerFailureLog {
    private static final Logger log = LoggerFactory.getLogger(BrokerFailureLog.class);
    private static final long PAUSE_NANOS = Duration.ofSeconds(10).toNanos();

    // Whoever starts the whole stack starts the broker a moment later or earlier: no word about that moment.
    private final AtomicLong nextAt = new AtomicLong(System.nanoTime() + PAUSE_NANOS);
    private final AtomicLong unlogged = new AtomicLong();

    void failed(Exception failure) {
        long now = System.nanoTime();
        long at = nextAt.get();
        if (now - at < 0 || !nextAt.compareAndSet(at, now + PAUSE_NANOS)) {
            unlogged.incrementAndGet();
            return;
        }
        log.warn(
                "Kafka does not take events, {} more times since the last such line; they are refused with 503. Look at"
                        + " --kafka.bootstrap-servers and the broker: {}",
                unlogged.getAndSet(0),
                failure.toString());
    }
}
