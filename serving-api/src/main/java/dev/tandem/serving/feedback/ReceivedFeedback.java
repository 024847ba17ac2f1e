package dev.tandem.serving.feedback;

import dev.tandem.core.event.EventFields;
import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.event.RejectedEvent;
import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.feedback.FeedbackCodec;
import dev.tandem.core.feedback.FeedbackRoute;
import dev.tandem.core.schema.Topics;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.intake.EventMessage;
import dev.tandem.serving.intake.Placement;
import dev.tandem.serving.intake.Reading;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.function.IntSupplier;

/** A feedback as somebody sent it: one that can be read, or one that cannot and is kept as it came. */
public sealed interface ReceivedFeedback {
    /** The word for feedback among events. */
    String TYPE = "feedback";

    /** What is sent of it. */
    Reading reading();

    /** A feedback of a request in UTF-8 JSON. */
    static ReceivedFeedback read(byte[] json, TenantId tenant, Instant receivedAt) {
        try {
            return new Legible(FeedbackCodec.read(EventFields.parse(json), tenant, receivedAt));
        } catch (EventRefusal refusal) {
            return new Illegible(tenant, receivedAt, refusal, json);
        }
    }

    /** One that can be read, whatever flags it has: it goes to the topic, and the partition, of its score. */
    record Legible(Feedback feedback) implements ReceivedFeedback {
        @Override
        public Reading reading() {
            return new Reading.Event(new EventMessage(
                    TYPE,
                    FeedbackRoute.topic(feedback).name(),
                    feedback.key(),
                    feedback.isCritical() ? this::byScore : Placement.BY_KEY,
                    FeedbackCodec.encode(feedback),
                    feedback.feedbackId(),
                    feedback.ratedAt(),
                    feedback.receivedAt()));
        }

        private OptionalInt byScore(IntSupplier partitions) {
            return OptionalInt.of(FeedbackRoute.partition(feedback.score(), feedback.key(), partitions.getAsInt()));
        }
    }

    /**
     * One that cannot be read. It may be a critical one, so it is kept where those are that could not be read.
     *
     * @param payload as it came
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Illegible(TenantId tenant, Instant receivedAt, EventRefusal refusal, byte[] payload)
            implements ReceivedFeedback {
        private static final String TOPIC = Topics.CRITICAL_FEEDBACK.name();
        // It never stood on the topic.
        private static final int NO_PARTITION = -1;
        private static final long NO_OFFSET = -1;

        @Override
        public Reading reading() {
            byte[] message = new RejectedEvent(TOPIC, NO_PARTITION, NO_OFFSET, receivedAt, refusal, payload).encode();
            return new Reading.Kept(
                    EventMessage.of(
                            TYPE,
                            Topics.CRITICAL_FEEDBACK_REJECTED.name(),
                            tenant.value() + "/",
                            message,
                            "",
                            receivedAt,
                            receivedAt),
                    refusal);
        }
    }
}
