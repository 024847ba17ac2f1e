package dev.tandem.serving.event;

import dev.tandem.core.event.EventFields;
import dev.tandem.core.event.EventRefusal;
import dev.tandem.core.event.RegistrationKind;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.intake.Reading;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every kind of event that can be sent in, told apart by field {@code type}; without one an event is a view. */
final class EventKinds {
    /** What counts as the type of an event that has none of the known ones. */
    static final String UNKNOWN = "unknown";

    private static final String TYPE = "type";
    private static final EventKind VIEW = new ViewKind();
    private static final List<EventKind> KINDS = Stream.concat(
                    Stream.of(VIEW), Arrays.stream(RegistrationKind.values()).map(RegisteredKind::new))
            .toList();
    private static final String WORDS = KINDS.stream().map(EventKind::word).collect(Collectors.joining(", "));

    private EventKinds() {}

    /** The topics that events go to. */
    static List<String> topics() {
        return KINDS.stream().map(EventKind::topic).distinct().toList();
    }

    /** What a request's event is: taken or refused, each with its type as far as it is known. */
    static Reading read(byte[] event, TenantId tenant, Instant receivedAt) {
        String type = UNKNOWN;
        try {
            EventFields fields = EventFields.parse(event);
            EventKind kind = kind(fields);
            type = kind.word();
            return new Reading.Event(kind.read(fields, tenant, receivedAt));
        } catch (EventRefusal refusal) {
            return new Reading.Refused(type, refusal);
        }
    }

    private static EventKind kind(EventFields fields) {
        if (!fields.has(TYPE)) {
            return VIEW;
        }
        String word = fields.text(TYPE);
        return KINDS.stream()
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> fields.invalid(TYPE, word, WORDS));
    }
}
