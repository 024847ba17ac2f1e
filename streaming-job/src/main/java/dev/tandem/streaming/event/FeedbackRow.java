package dev.tandem.streaming.event;

import static dev.tandem.core.schema.Columns.FEEDBACK_ID;
import static dev.tandem.core.schema.Columns.FLAGS;
import static dev.tandem.core.schema.Columns.ITEM_ID;
import static dev.tandem.core.schema.Columns.RATED_AT;
import static dev.tandem.core.schema.Columns.RECEIVED_AT;
import static dev.tandem.core.schema.Columns.SCORE;
import static dev.tandem.core.schema.Columns.TENANT_ID;
import static dev.tandem.core.schema.Columns.TEXT;
import static dev.tandem.core.schema.Columns.USER_ID;
import static dev.tandem.core.schema.FeedbackTables.FEEDBACK_BY_DAY;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.feedback.FeedbackDay;
import dev.tandem.runtime.cassandra.SharedSession;
import java.util.List;

/** What Cassandra keeps of a feedback, whether or not it is answered. */
public final class FeedbackRow {
    /** The columns of {@code feedback_by_id} that say what a feedback is, without its answer. */
    public static final List<String> COLUMNS =
            List.of(TENANT_ID, FEEDBACK_ID, USER_ID, ITEM_ID, SCORE, TEXT, RATED_AT, RECEIVED_AT, FLAGS);

    private FeedbackRow() {}

    /** The values of {@link #COLUMNS}. */
    public static Object[] values(Feedback feedback) {
        return new Object[] {
            feedback.tenant().value(),
            feedback.feedbackId(),
            feedback.userId(),
            feedback.itemId(),
            feedback.score(),
            feedback.text(),
            feedback.ratedAt(),
            feedback.receivedAt(),
            feedback.flagWords()
        };
    }

    /** The write of its row in {@code feedback_by_day}. */
    public static BoundStatement ofDay(SharedSession cassandra, Feedback feedback) {
        return cassandra
                .insert(FEEDBACK_BY_DAY)
                .bind(
                        feedback.tenant().value(),
                        FeedbackDay.of(feedback.receivedAt()),
                        FeedbackDay.shard(feedback.feedbackId()),
                        feedback.feedbackId(),
                        feedback.itemId(),
                        feedback.score(),
                        feedback.receivedAt());
    }
}
