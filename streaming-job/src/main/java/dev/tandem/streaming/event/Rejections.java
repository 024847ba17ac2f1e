package dev.tandem.streaming.event;

import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.schema.Topics;
import dev.tandem.core.settings.KafkaSettings;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What a task refuses, on its way to {@code <topic>.rejected}. A batch that is done again sends its refused records again;
 * their position tells that they are the same.
 */
public final class Rejections {
    private final Outbox outbox;
    private final Map<String, Long> counts = new TreeMap<>();

    public Rejections(KafkaSettings kafka) {
        this.outbox = new Outbox(kafka);
    }

    /** Sends a refused record. */
    public void add(EventRecord event, EventRefusal refusal) {
        counts.merge(refusal.reason().code(), 1L, Long::sum);
        byte[] kept = event.refused(refusal).encode();
        outbox.send(new ProducerRecord<>(Topics.rejected(event.topic()), event.key(), kept));
    }

    /** Waits until Kafka has all of them. */
    public void finish() {
        outbox.finish();
    }

    /** How many were refused, by the code of the reason. */
    public Map<String, Long> counts() {
        return counts;
    }
}
