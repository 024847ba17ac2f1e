package dev.tandem.streaming.criticalfeedback;

import static dev.tandem.core.schema.Columns.UNACKNOWLEDGED;
import static dev.tandem.core.schema.Columns.UNANSWERED;
import static dev.tandem.core.schema.Columns.UNDELIVERABLE;
import static dev.tandem.core.schema.FeedbackTables.FEEDBACK_RECONCILIATIONS;

import com.datastax.oss.driver.api.core.cql.Row;
import dev.tandem.runtime.cassandra.SharedSession;
import dev.tandem.streaming.metrics.QueryMetrics;
import java.time.Duration;

/** What the last reconciliations of all tenants found together, for whoever is to be woken by it. */
final class ReconciliationGauges {
    private static final long PAUSE_NANOS = Duration.ofSeconds(10).toNanos();

    private final SharedSession cassandra;
    private final QueryMetrics metrics;
    private long readAt = System.nanoTime() - PAUSE_NANOS;

    ReconciliationGauges(SharedSession cassandra, QueryMetrics metrics) {
        this.cassandra = cassandra;
        this.metrics = metrics;
    }

    /** Reads them again, if that is some seconds ago. */
    void look() {
        if (System.nanoTime() - readAt < PAUSE_NANOS) {
            return;
        }
        long unanswered = 0;
        long unacknowledged = 0;
        long undeliverable = 0;
        for (Row row : cassandra
                .session()
                .execute(cassandra
                        .prepare("SELECT %s, %s, %s FROM %s"
                                .formatted(
                                        UNANSWERED,
                                        UNACKNOWLEDGED,
                                        UNDELIVERABLE,
                                        cassandra.qualified(FEEDBACK_RECONCILIATIONS)))
                        .bind())) {
            unanswered += row.getLong(0);
            unacknowledged += row.getLong(1);
            undeliverable += row.getLong(2);
        }
        metrics.gauge("tandem.feedback.unanswered", unanswered);
        metrics.gauge("tandem.feedback.unacknowledged", unacknowledged);
        metrics.gauge("tandem.feedback.undeliverable", undeliverable);
        readAt = System.nanoTime();
    }
}
