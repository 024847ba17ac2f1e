package dev.tandem.streaming.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What is counted of one query. */
public final class QueryMetrics {
    private static final String TAG = "query";

    private final MeterRegistry registry;
    private final String query;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicLong lag = new AtomicLong();
    private final Map<String, AtomicLong> gauges = new ConcurrentHashMap<>();
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();
    private final Map<String, Timer> steps = new ConcurrentHashMap<>();
    private final Counter records;
    private final Counter written;
    private final Counter failures;
    private final Timer batches;

    public QueryMetrics(MeterRegistry registry, String query) {
        this.registry = registry;
        this.query = query;
        Tags tags = Tags.of(TAG, query);
        registry.gauge("tandem.stream.running", tags, running);
        registry.gauge("tandem.stream.lag.records", tags, lag);
        this.records = registry.counter("tandem.stream.records", tags);
        this.written = registry.counter("tandem.stream.written", tags);
        this.failures = registry.counter("tandem.stream.failures", tags);
        this.batches = timer("tandem.stream.batch");
    }

    /** Whether the query runs in this process. */
    public boolean isRunning() {
        return running.get() == 1;
    }

    public void running(boolean isRunning) {
        running.set(isRunning ? 1 : 0);
    }

    /** The query ended and will be started again. */
    public void failed() {
        failures.increment();
    }

    /** A batch is done, and so many records were in Kafka that it had not taken. */
    void batch(long taken, Duration time, long behind) {
        lag.set(behind);
        records.increment((double) taken);
        if (taken > 0) {
            batches.record(time);
        }
    }

    /** How long a step of a batch with records took: by Spark's name for it, or the query's own. */
    public void step(String name, Duration time) {
        steps.computeIfAbsent(name, step -> registry.timer("tandem.stream.step", TAG, query, "step", step))
                .record(time);
    }

    /** What a batch has written, and what it refused by the code of the reason. */
    public void wrote(long rows, Map<String, Long> rejected) {
        written.increment((double) rows);
        rejected.forEach(
                (reason, count) -> registry.counter("tandem.stream.rejected", Tags.of(TAG, query, "reason", reason))
                        .increment(count));
    }

    /** How long something took that only this query does. */
    public void time(String name, Duration time) {
        timers.computeIfAbsent(name, this::timer).record(time);
    }

    private Timer timer(String name) {
        return Timer.builder(name)
                .tags(TAG, query)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(5))
                .maximumExpectedValue(Duration.ofMinutes(1))
                .register(registry);
    }

    /** What something that only this query has is now. */
    public void gauge(String name, long value) {
        gauges.computeIfAbsent(name, first -> registry.gauge(first, Tags.of(TAG, query), new AtomicLong()))
                .set(value);
    }
}
