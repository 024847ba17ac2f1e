package dev.tandem.etl.reconciliation;

import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.feedback.FeedbackCodec;
import java.sql.Timestamp;
import java.time.Instant;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * A feedback that was accepted and is to be answered.
 *
 * @param republished how often this job has sent it again
 * @param republishedAt the "now" of when it last did; null where it never did
 */
record Accepted(Feedback feedback, int republished, @Nullable Instant republishedAt) {
    /** That of a row as from {@link AcceptedFeedback#distinct}. */
    static Accepted of(Row row) {
        Feedback feedback =
                FeedbackCodec.decode(row.<byte[]>getAs(1), row.getTimestamp(0).toInstant());
        Timestamp last = row.getTimestamp(3);
        return new Accepted(feedback, Math.toIntExact(row.getLong(2)), last == null ? null : last.toInstant());
    }
}
