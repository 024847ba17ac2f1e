package dev.tandem.streaming.criticalfeedback;

import dev.tandem.core.feedback.Feedback;
import dev.tandem.core.feedback.FeedbackRoute;
import dev.tandem.core.offer.Offer;
import dev.tandem.core.offer.OfferCodec;
import dev.tandem.core.schema.Topics;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.streaming.event.Outbox;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The topic of offers, as the one who makes them sees it. For one thread. */
final class OfferTopic {
    private final Outbox outbox;
    private final Consumer<Duration> timesToOffer;
    private final List<Instant> received = new ArrayList<>();

    /**
     * @param timesToOffer takes, for each offer, the time from the feedback's receipt until the broker had the offer
     */
    OfferTopic(KafkaSettings kafka, Consumer<Duration> timesToOffer) {
        this.outbox = new Outbox(kafka);
        this.timesToOffer = timesToOffer;
    }

    /** Sends an offer. */
    void send(Offer offer) {
        Feedback feedback = offer.feedback();
        String topic = Topics.OFFERS.name();
        outbox.send(new ProducerRecord<>(
                topic,
                FeedbackRoute.partition(feedback.score(), feedback.key(), outbox.partitions(topic)),
                feedback.key().getBytes(StandardCharsets.UTF_8),
                OfferCodec.encode(offer)));
        received.add(feedback.receivedAt());
    }

    /** Waits until Kafka has all of them. */
    void finish() {
        try {
            outbox.finish();
            Instant now = Instant.now();
            received.forEach(at -> timesToOffer.accept(Duration.between(at, now)));
        } finally {
            received.clear();
        }
    }
}
