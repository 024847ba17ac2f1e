package dev.tandem.streaming.query;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.runtime.cassandra.SharedSession;
import dev.tandem.runtime.job.StoreFailures;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Keeps one query running: waits for its lease, starts it from its checkpoint, and starts it again after a failure, later
 * each time. It never gives up: what failed may be back in a minute, and nothing is lost meanwhile.
 */
public final class QuerySupervisor implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(QuerySupervisor.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration RENEWAL = Duration.ofSeconds(3);

    private final Query query;
    private final QueryContext context;
    private final QueryLease lease;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable StreamingQuery running;

    /**
     * @param holder what names this process among those that could run the query
     */
    public QuerySupervisor(Query query, QueryContext context, String holder) {
        this.query = query;
        this.context = context;
        this.lease = new QueryLease(new SharedSession(context.settings().cassandra()), query.name(), holder);
    }

    /** Runs the query until {@link #stop}. */
    @Override
    public void run() {
        MDC.put("job", query.name());
        warmUp();
        Duration pause = FIRST_PAUSE;
        boolean waits = false;
        do {
            long begun = System.nanoTime();
            try {
                if (lease.hold()) {
                    waits = false;
                    runWhileLeased();
                } else if (!waits) {
                    waits = true;
                    log.info("Runs in another process; waits for its lease");
                }
            } catch (Exception e) {
                boolean hasRun = System.nanoTime() - begun > LONGEST_PAUSE.toNanos();
                pause = hasRun ? FIRST_PAUSE : min(pause.multipliedBy(2), LONGEST_PAUSE);
                fail(e, pause);
            }
        } while (!isAskedToStopWithin(pause));
        release();
        stopped.countDown();
    }

    /** Ends the query, in the middle of a batch if need be: it is done again at the next start. */
    public void stop(Duration patience) throws InterruptedException, TimeoutException {
        stopping.countDown();
        StreamingQuery now = running;
        if (now != null) {
            now.stop();
        }
        if (!stopped.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            log.warn("{} does not end within {} s", query.name(), patience.toSeconds());
        }
    }

    private void warmUp() {
        context.spark().sparkContext().setLocalProperty("spark.scheduler.pool", query.name());
        try {
            query.warmUp(context);
        } catch (Exception e) {
            // Spark throws its own without saying so. What is wrong will stand in the query's own way, which says it.
            log.info("is not warmed up: {}", e.toString());
        }
    }

    private void runWhileLeased() throws TimeoutException, StreamingQueryException {
        context.spark().sparkContext().setLocalProperty("spark.scheduler.pool", query.name());
        StreamingQuery started = query.start(context);
        running = started;
        context.metrics().running(true);
        log.info("runs");
        try {
            while (!isStopping() && !started.awaitTermination(RENEWAL.toMillis())) {
                if (!lease.hold()) {
                    log.warn("Has lost its lease to another process; stops here");
                    break;
                }
            }
        } finally {
            context.metrics().running(false);
            running = null;
            started.stop();
        }
    }

    private void fail(Exception failure, Duration pause) {
        if (isStopping()) {
            log.debug("was cut off", failure);
            return;
        }
        context.metrics().failed();
        TandemException explained = explain(failure);
        if (explained.kind() == FailureKind.INTERNAL) {
            log.error("failed: INTERNAL; starts again in {} s", pause.toSeconds(), failure);
        } else {
            log.error(
                    "failed: {}: {}; starts again in {} s",
                    explained.kind(),
                    explained.getMessage(),
                    pause.toSeconds());
        }
    }

    private TandemException explain(Exception failure) {
        boolean isKafkas = Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .limit(32)
                .anyMatch(KafkaException.class::isInstance);
        if (isKafkas) {
            return new TandemException(
                    FailureKind.DEPENDENCY,
                    "Kafka at %s does not answer (%s). Start it, or set --kafka.bootstrap-servers"
                            .formatted(context.settings().kafka().bootstrapServers(), failure.getMessage()),
                    failure);
        }
        return StoreFailures.explain(
                failure, context.settings().postgres(), context.settings().cassandra());
    }

    private void release() {
        try {
            lease.release();
        } catch (RuntimeException e) {
            log.warn("Cannot give the lease back; it ends by itself in {} s: {}", QueryLease.LIFETIME.toSeconds(), e);
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private boolean isAskedToStopWithin(Duration pause) {
        try {
            return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
