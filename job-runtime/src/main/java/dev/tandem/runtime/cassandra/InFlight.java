package dev.tandem.runtime.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Writes on their way to Cassandra, a bounded number at a time; after the first that fails no further one is sent. */
public final class InFlight {
    private static final int MOST = 128;

    private final CqlSession session;
    private final Semaphore free = new Semaphore(MOST);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    public InFlight(CqlSession session) {
        this.session = session;
    }

    /** Sends a write that may be repeated; waits where too many are under way. */
    public void send(BoundStatement write) {
        acquire(1);
        throwFailure();
        session.executeAsync(write.setIdempotent(true).setConsistencyLevel(DefaultConsistencyLevel.LOCAL_QUORUM))
                .whenComplete((result, thrown) -> {
                    if (thrown != null) {
                        failure.compareAndSet(null, thrown);
                    }
                    free.release();
                });
    }

    /** Waits until everything has been acknowledged. */
    public void finish() {
        acquire(MOST);
        free.release(MOST);
        throwFailure();
    }

    private void acquire(int permits) {
        try {
            free.acquire(permits);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TandemException(FailureKind.INTERNAL, "Interrupted while writing to Cassandra", e);
        }
    }

    private void throwFailure() {
        Throwable thrown = failure.get();
        if (thrown instanceof RuntimeException known) {
            throw known;
        }
        if (thrown != null) {
            throw new TandemException(FailureKind.INTERNAL, "A write to Cassandra failed", thrown);
        }
    }
}
