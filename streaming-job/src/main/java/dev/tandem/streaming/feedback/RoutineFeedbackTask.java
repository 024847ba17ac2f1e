package dev.tandem.streaming.feedback;

import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.runtime.cassandra.SharedSession;
import dev.tandem.streaming.event.EventRecord;
import dev.tandem.streaming.event.FeedbackRecords;
import dev.tandem.streaming.event.MisroutedFeedback;
import dev.tandem.streaming.event.Rejections;
import dev.tandem.streaming.event.Tally;
import dev.tandem.streaming.query.PartTask;
import java.util.Iterator;

/** Writes the routine feedback of one part of a batch, carries away what is critical, and keeps what is none. */
record RoutineFeedbackTask(SharedSession cassandra, KafkaSettings kafka) implements PartTask<Tally> {
    /** Done when Cassandra has every routine feedback, and Kafka every critical one and every refused record. */
    @Override
    public Tally make(Iterator<EventRecord> events) {
        FeedbackRecords records = new FeedbackRecords(cassandra);
        NewFeedback fresh = new NewFeedback(cassandra);
        MisroutedFeedback misrouted = new MisroutedFeedback(kafka);
        Rejections rejections = new Rejections(kafka);
        while (events.hasNext()) {
            EventRecord event = events.next();
            try {
                Feedback feedback = records.feedback(event);
                if (MisroutedFeedback.isMisrouted(event, feedback)) {
                    misrouted.carry(event, feedback);
                } else {
                    fresh.add(feedback);
                }
            } catch (EventRefusal refusal) {
                rejections.add(event, refusal);
            }
        }
        long written = fresh.finish();
        misrouted.finish();
        rejections.finish();
        return new Tally(written, rejections.counts());
    }
}
