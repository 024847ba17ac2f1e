package dev.tandem.local.launcher.load;

import dev.tandem.core.event.View;
import dev.tandem.core.event.ViewCodec;
import dev.tandem.core.schema.Topics;
import dev.tandem.local.launcher.publishing.TopicPublisher;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Views straight to their topic. */
record KafkaViews(TopicPublisher publisher) implements EventOutlet<NumberedView> {
    @Override
    public void send(Batch<NumberedView> batch) throws InterruptedException {
        for (NumberedView each : batch.events()) {
            publisher.send(
                    message(each.view()),
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

    private static ProducerRecord<byte[], byte[]> message(View view) {
        return new ProducerRecord<>(
                Topics.VIEWS.name(), view.key().getBytes(StandardCharsets.UTF_8), ViewCodec.encode(view));
    }
}
