package dev.tandem.streaming.registration;

import dev.tandem.runtime.postgres.PostgresDatabase;
import dev.tandem.streaming.metrics.QueryMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the orders that wait: stores those that somebody else has helped, and tells about those that wait too long. */
final class WaitingOrders {
    private static final Logger log = LoggerFactory.getLogger(WaitingOrders.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final long NANOS_BETWEEN_REPORTS = Duration.ofHours(1).toNanos();

    /** A look at very many orders takes its time; so many times as long nobody looks. */
    private static final int REST = 20;

    private static final String COUNT =
            "SELECT count(*), COALESCE(extract(epoch FROM now() - min(received_at)), 0) FROM pending_orders";
    private static final String OVERDUE =
            """
            SELECT format('%s/%s, received at %s, waits for%s%s', tenant_id, order_id,
                to_char(received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                ' user ' || missing_user,
                CASE WHEN missing_items <> '{}' THEN
                  concat(CASE WHEN missing_user IS NOT NULL THEN ' and' END,
                    ' items ', array_to_string(missing_items[:3], ', '),
                    CASE WHEN cardinality(missing_items) > 3 THEN ', …' END) END),
              count(*) OVER ()
            FROM pending_orders WHERE received_at < now() - make_interval(secs => ?) ORDER BY received_at LIMIT 5
            """;

    private final PendingOrders orders;
    private final PostgresDatabase postgres;
    private final QueryMetrics metrics;
    private final Duration overdueAfter;
    private final Lock batches;
    private boolean isFailing;
    private long reportAt = System.nanoTime();

    /**
     * @param overdueAfter how long an order may wait before it is reported
     * @param batches what the query holds while it does a batch
     */
    WaitingOrders(
            PendingOrders orders,
            PostgresDatabase postgres,
            QueryMetrics metrics,
            Duration overdueAfter,
            Lock batches) {
        this.orders = orders;
        this.postgres = postgres;
        this.metrics = metrics;
        this.overdueAfter = overdueAfter;
        this.batches = batches;
    }

    /** An order that waits too long, in words, and how many do. */
    private record Overdue(String order, long of) {}

    /** Watches for as long as the query runs. */
    void watch(StreamingQuery query) {
        while (query.isActive()) {
            long begun = System.nanoTime();
            try {
                look();
                isFailing = false;
            } catch (RuntimeException e) {
                if (query.isActive() && !isFailing) {
                    log.warn("Cannot look after orders that wait, and tries again: {}", e.toString());
                }
                isFailing = true;
            }
            try {
                TimeUnit.NANOSECONDS.sleep(Math.max(PAUSE.toNanos(), REST * (System.nanoTime() - begun)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void look() {
        batches.lock();
        try {
            metrics.wrote(orders.sweep(), Map.of());
        } finally {
            batches.unlock();
        }
        postgres.query(COUNT, List.of(), row -> {
            metrics.gauge("tandem.stream.waiting", row.getLong(1));
            metrics.gauge("tandem.stream.waiting.oldest.seconds", row.getLong(2));
            return row;
        });
        if (System.nanoTime() - reportAt >= 0) {
            report();
        }
    }

    private void report() {
        List<Overdue> overdue = postgres.query(
                OVERDUE, List.of(overdueAfter.toSeconds()), row -> new Overdue(row.getString(1), row.getLong(2)));
        if (!overdue.isEmpty()) {
            log.warn(
                    "{} orders wait for longer than {}; register what they wait for, or delete them from pending_orders."
                            + " The oldest: {}",
                    overdue.get(0).of(),
                    overdueAfter,
                    String.join("; ", overdue.stream().map(Overdue::order).toList()));
            reportAt = System.nanoTime() + NANOS_BETWEEN_REPORTS;
        }
    }
}
