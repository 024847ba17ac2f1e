package dev.tandem.streaming.feedback;

import dev.tandem.core.schema.Topics;
import dev.tandem.runtime.cassandra.SharedSession;
import dev.tandem.streaming.query.PartedBatch;
import dev.tandem.streaming.query.Query;
import dev.tandem.streaming.query.QueryContext;
import dev.tandem.streaming.query.StreamSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.streaming.StreamingQuery;

/**
 * Routine feedback into {@code feedback_by_id} and {@code feedback_by_day}: a row each, whatever comes twice. Critical
 * feedback that came here goes to its own topic, and records that are no feedback to {@code <topic>.rejected}.
 */
public final class RoutineFeedbackQuery implements Query {
    /** The query's name. */
    public static final String NAME = "routine-feedback";

    /** Nobody waits for it, and a critical one that came here is not much later. */
    private static final Duration TRIGGER = Duration.ofMillis(500);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public StreamingQuery start(QueryContext context) throws TimeoutException {
        StreamSettings settings = context.settings();
        RoutineFeedbackTask task = new RoutineFeedbackTask(new SharedSession(settings.cassandra()), settings.kafka());
        return context.writer(
                        this, context.records(List.of(Topics.ROUTINE_FEEDBACK)), settings.triggerOfAtLeast(TRIGGER))
                .foreachBatch(new PartedBatch(context, task))
                .start();
    }
}
