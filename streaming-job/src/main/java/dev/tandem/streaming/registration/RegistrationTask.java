package dev.tandem.streaming.registration;

import static dev.tandem.core.schema.Columns.TENANT_ID;

import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.event.RefusalReason;
import dev.tandem.core.event.Registration;
import dev.tandem.core.event.RegistrationKind;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.runtime.postgres.PostgresWriter;
import dev.tandem.streaming.event.EventRecord;
import dev.tandem.streaming.event.Rejections;
import dev.tandem.streaming.event.Tally;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * Writes the registrations of one part of a batch, and keeps what is none.
 *
 * @param tenants that PostgreSQL has
 */
record RegistrationTask(PostgresWriter postgres, KafkaSettings kafka, Set<String> tenants) implements Serializable {
    RegistrationTask {
        tenants = Set.copyOf(tenants);
    }

    /** Done when PostgreSQL has every user, item, order and coupon, and Kafka every refused record. */
    Arrivals write(Iterator<Row> rows) {
        Rejections rejections = new Rejections(kafka);
        Map<RegistrationKind, Chunk> chunks = new EnumMap<>(RegistrationKind.class);
        Set<Arrival> arrivals = new HashSet<>();
        long written = 0;
        while (rows.hasNext()) {
            EventRecord event = EventRecord.of(rows.next());
            try {
                Registration registration = registration(event);
                RegistrationKind kind = registration.kind();
                Chunk chunk = chunks.computeIfAbsent(kind, Chunk::new);
                chunk.add(event, registration);
                if (chunk.isFull()) {
                    written += chunk.write(postgres, rejections);
                    arrivals.addAll(chunk.arrivals());
                    chunks.remove(kind);
                }
            } catch (EventRefusal refusal) {
                rejections.add(event, refusal);
            }
        }
        for (Chunk chunk : chunks.values()) {
            written += chunk.write(postgres, rejections);
            arrivals.addAll(chunk.arrivals());
        }
        rejections.finish();
        return new Arrivals(new Tally(written, rejections.counts()), arrivals);
    }

    private Registration registration(EventRecord event) {
        Registration registration =
                RegistrationKind.onTopic(event.topic()).orElseThrow().decode(event.value(), event.receivedAt());
        String tenant = registration.tenant().value();
        if (!tenants.contains(tenant)) {
            throw new EventRefusal(
                    RefusalReason.UNKNOWN_TENANT,
                    TENANT_ID,
                    tenant,
                    "There is no tenant %s; add it to table tenants in PostgreSQL, and replay this".formatted(tenant));
        }
        return registration;
    }
}
