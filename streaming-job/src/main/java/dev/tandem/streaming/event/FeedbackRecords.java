package dev.tandem.streaming.event;

import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.feedback.FeedbackCodec;
import dev.tandem.runtime.cassandra.SharedSession;
import java.io.Serializable;

/** How records of the two topics of feedback are read, the same in every query. */
public record FeedbackRecords(SharedSession cassandra) implements Serializable {
    /** The feedback of a record; an {@link EventRefusal} if it is none, or of no tenant. */
    public Feedback feedback(EventRecord event) {
        Feedback feedback = FeedbackCodec.decode(event.value(), event.receivedAt());
        KnownTenants.in(cassandra).require(feedback.tenant());
        return feedback;
    }
}
