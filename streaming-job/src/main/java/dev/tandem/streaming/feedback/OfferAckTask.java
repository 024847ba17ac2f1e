package dev.tandem.streaming.feedback;

import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.offer.OfferAck;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.runtime.cassandra.SharedSession;
import dev.tandem.streaming.event.EventRecord;
import dev.tandem.streaming.event.KnownTenants;
import dev.tandem.streaming.event.Rejections;
import dev.tandem.streaming.event.Tally;
import dev.tandem.streaming.query.PartTask;
import java.util.Iterator;

/** Writes the acknowledgements of one part of a batch, and keeps what is none, or of an offer that there is not. */
record OfferAckTask(SharedSession cassandra, KafkaSettings kafka) implements PartTask<Tally> {
    /** Done when Cassandra has every acknowledgement and Kafka every refused record. */
    @Override
    public Tally make(Iterator<EventRecord> events) {
        Rejections rejections = new Rejections(kafka);
        Acknowledgements acknowledgements = new Acknowledgements(cassandra, rejections);
        while (events.hasNext()) {
            EventRecord event = events.next();
            try {
                OfferAck ack = OfferAck.decode(event.value(), event.receivedAt());
                KnownTenants.in(cassandra).require(ack.tenant());
                acknowledgements.add(event, ack);
            } catch (EventRefusal refusal) {
                rejections.add(event, refusal);
            }
        }
        long written = acknowledgements.finish();
        rejections.finish();
        return new Tally(written, rejections.counts());
    }
}
