package dev.tandem.streaming.event;

import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.feedback.FeedbackRoute;
import dev.tandem.core.schema.Topic;
import dev.tandem.core.settings.KafkaSettings;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Feedback that came on the other one of the two topics than its score says, on its way to the right one. It stays the same
 * message, received when it first was, so that a batch that is done again carries nothing that is not one and the same
 * feedback.
 */
public final class MisroutedFeedback {
    private final Outbox outbox;

    public MisroutedFeedback(KafkaSettings kafka) {
        this.outbox = new Outbox(kafka);
    }

    /** Whether a feedback came on the topic of the other kind. */
    public static boolean isMisrouted(EventRecord event, Feedback feedback) {
        return !FeedbackRoute.topic(feedback).name().equals(event.topic());
    }

    /** Sends a feedback to where it belongs. */
    public void carry(EventRecord event, Feedback feedback) {
        Topic topic = FeedbackRoute.topic(feedback);
        @Nullable
        Integer partition = feedback.isCritical()
                ? FeedbackRoute.partition(feedback.score(), feedback.key(), outbox.partitions(topic.name()))
                : null;
        byte[] key = event.key().length == 0 ? feedback.key().getBytes(StandardCharsets.UTF_8) : event.key();
        // A record without a time has one of before 1970, which no producer sends.
        long receivedAt = Math.max(0, event.receivedAt().toEpochMilli());
        outbox.send(new ProducerRecord<>(topic.name(), partition, receivedAt, key, event.value()));
    }

    /** Waits until Kafka has all of them. */
    public void finish() {
        outbox.finish();
    }
}
