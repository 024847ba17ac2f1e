package dev.tandem.serving.cassandra;

import dev.failsafe.CircuitBreaker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The bound on what is asked of Cassandra: so many reads at a time, and next to none while it does not answer.
 *
 * <p>When half of the last reads were not answered, the gate closes for a second; then one read tries. A dead Cassandra
 * fails reads at once by itself; this is for one that hangs, where each read would wait for its time-out.
 */
final class ReadGate {
    private static final int WINDOW = 40;
    private static final int FAILURES = 20;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final CircuitBreaker<Object> breaker = CircuitBreaker.builder()
            .withFailureThreshold(FAILURES, WINDOW)
            .withSuccessThreshold(1)
            .withDelay(PAUSE)
            .build();
    private final AtomicInteger underWay = new AtomicInteger();
    private final int maxUnderWay;

    ReadGate(int maxUnderWay) {
        this.maxUnderWay = maxUnderWay;
    }

    /** Lets a read in, or says why not. Who is let in leaves by {@link #answered} or {@link #failed}. */
    Optional<StoreError> enter() {
        if (underWay.incrementAndGet() > maxUnderWay) {
            underWay.decrementAndGet();
            return Optional.of(StoreError.SHED);
        }
        if (!breaker.tryAcquirePermit()) {
            underWay.decrementAndGet();
            return Optional.of(StoreError.CIRCUIT_OPEN);
        }
        return Optional.empty();
    }

    void answered() {
        underWay.decrementAndGet();
        breaker.recordSuccess();
    }

    void failed(StoreError error) {
        underWay.decrementAndGet();
        if (error.isOutage()) {
            breaker.recordFailure();
        } else {
            breaker.recordSuccess();
        }
    }

    int underWay() {
        return underWay.get();
    }

    /** Whether reads are refused now, or only tried one at a time. */
    boolean isShut() {
        return !breaker.isClosed();
    }
}
