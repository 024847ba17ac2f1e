package dev.tandem.local.launcher.load;

import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.feedback.FeedbackCodec;
import dev.tandem.core.feedback.FeedbackRoute;
import dev.tandem.core.schema.Topics;
import dev.tandem.local.launcher.publishing.TopicPublisher;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Feedback straight to its topics.
 *
 * @param partitions of the topic of critical feedback
 */
record KafkaFeedback(TopicPublisher publisher, int partitions) implements EventOutlet<NumberedFeedback> {
    static KafkaFeedback open(TopicPublisher publisher) throws InterruptedException {
        return new KafkaFeedback(publisher, publisher.partitions(Topics.CRITICAL_FEEDBACK.name()));
    }

    @Override
    public void send(Batch<NumberedFeedback> batch) throws InterruptedException {
        for (NumberedFeedback each : batch.events()) {
            publisher.send(
                    message(each.feedback()),
                    failed -> failed.ifPresentOrElse(
                            failure -> batch.tally().refused(failure.getClass().getSimpleName()),
                            () -> batch.acknowledged(each)));
        }
    }

    @Override
    public void await() throws InterruptedException {
        publisher.flush();
    }

    @Override
    public void close() {
        publisher.close();
    }

    private ProducerRecord<byte[], byte[]> message(Feedback feedback) {
        @Nullable
        Integer partition =
                feedback.isCritical() ? FeedbackRoute.partition(feedback.score(), feedback.key(), partitions) : null;
        return new ProducerRecord<>(
                FeedbackRoute.topic(feedback).name(),
                partition,
                feedback.key().getBytes(StandardCharsets.UTF_8),
                FeedbackCodec.encode(feedback));
    }
}
