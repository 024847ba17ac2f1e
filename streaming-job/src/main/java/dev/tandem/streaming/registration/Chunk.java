package dev.tandem.streaming.registration;

import static dev.tandem.core.schema.Columns.RECEIVED_AT;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.event.RefusalReason;
import dev.tandem.core.event.Registration;
import dev.tandem.core.event.RegistrationKind;
import dev.tandem.runtime.postgres.PostgresException;
import dev.tandem.runtime.postgres.PostgresWriter;
import dev.tandem.streaming.event.EventRecord;
import dev.tandem.streaming.event.Rejections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Registrations of one kind that are written together: one of each key, the later laid over the earlier. */
final class Chunk {
    private static final int MAX_RECORDS = 1_000;
    private static final long MAX_BYTES = 4L << 20;

    private final RegistrationKind kind;
    private final Map<String, Entry> byKey = new LinkedHashMap<>();
    private int records;
    private long bytes;

    /** A registration and the records that it was made of. */
    private record Entry(Registration registration, List<EventRecord> records) {}

    Chunk(RegistrationKind kind) {
        this.kind = kind;
    }

    void add(EventRecord event, Registration registration) {
        Entry earlier = byKey.get(registration.key());
        List<EventRecord> madeOf = earlier == null ? new ArrayList<>() : earlier.records();
        madeOf.add(event);
        Registration now = earlier == null ? registration : registration.over(earlier.registration());
        byKey.put(registration.key(), new Entry(now, madeOf));
        records++;
        bytes += event.value().length;
    }

    boolean isFull() {
        return records >= MAX_RECORDS || bytes >= MAX_BYTES;
    }

    /** Users and items that orders may have waited for. */
    List<Arrival> arrivals() {
        return switch (kind) {
            case USER, ITEM ->
                byKey.values().stream()
                        .map(Entry::registration)
                        .map(it -> new Arrival(kind, it.tenant().value(), it.id()))
                        .toList();
            case ORDER, COUPON -> List.of();
        };
    }

    /** Writes everything; what PostgreSQL does not take is rejected, and holds up none of the others. */
    long write(PostgresWriter postgres, Rejections rejections) {
        if (byKey.isEmpty()) {
            return 0;
        }
        try {
            return write(postgres, byKey.values());
        } catch (PostgresException e) {
            if (!e.isOfValues()) {
                throw e;
            }
        }
        long written = 0;
        for (Entry entry : byKey.values()) {
            try {
                written += write(postgres, List.of(entry));
            } catch (PostgresException e) {
                if (!e.isOfValues()) {
                    throw e;
                }
                EventRefusal refusal = refusal(entry, e);
                entry.records().forEach(event -> rejections.add(event, refusal));
            }
        }
        return written;
    }

    private long write(PostgresWriter postgres, Collection<Entry> entries) {
        ArrayNode messages = JsonNodeFactory.instance.arrayNode(entries.size());
        for (Entry entry : entries) {
            Registration registration = entry.registration();
            messages.add(registration
                    .message()
                    .deepCopy()
                    .put(RECEIVED_AT, registration.receivedAt().toString()));
        }
        return postgres.write(transaction -> RegistrationTables.store(transaction, kind, messages.toString()));
    }

    private static EventRefusal refusal(Entry entry, PostgresException failure) {
        String key = entry.registration().key();
        return new EventRefusal(
                RefusalReason.INVALID_VALUE,
                "",
                key,
                "PostgreSQL does not take %s: %s"
                        .formatted(
                                key,
                                String.valueOf(failure.getCause())
                                        .lines()
                                        .findFirst()
                                        .orElse("")));
    }
}
