package dev.tandem.streaming.views;

import static dev.tandem.core.schema.CassandraTables.VIEWS_BY_USER;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.event.View;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.runtime.cassandra.InFlight;
import dev.tandem.runtime.cassandra.SharedSession;
import dev.tandem.streaming.event.EventRecord;
import dev.tandem.streaming.event.Rejections;
import dev.tandem.streaming.event.Tally;
import dev.tandem.streaming.event.ViewRecords;
import java.io.Serializable;
import java.util.Iterator;

/** Writes the views of one part of a batch, and keeps what is none. */
record ViewTask(ViewRecords records, SharedSession cassandra, KafkaSettings kafka) implements Serializable {
    /** Done when Cassandra has every view and Kafka every refused record. */
    Tally write(Iterator<EventRecord> events) {
        PreparedStatement insert = cassandra.insert(VIEWS_BY_USER);
        InFlight writes = new InFlight(cassandra.session());
        Rejections rejections = new Rejections(kafka);
        long written = 0;
        while (events.hasNext()) {
            EventRecord event = events.next();
            try {
                View view = records.view(event);
                writes.send(insert.bind(
                        view.tenant().value(),
                        view.user().value(),
                        view.viewedAt(),
                        view.eventId(),
                        view.item().value(),
                        view.source()));
                written++;
            } catch (EventRefusal refusal) {
                rejections.add(event, refusal);
            }
        }
        writes.finish();
        rejections.finish();
        return new Tally(written, rejections.counts());
    }
}
