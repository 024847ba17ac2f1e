package dev.tandem.serving.intake;

import java.time.Instant;

/**
 * An event as it is sent to its topic.
 *
 * @param type the word for events of its kind
 * @param key what it is ordered by: events of one key keep their order
 * @param placement which partition it goes to
 * @param value the message, never changed
 * @param eventId tells it from other events: sent again with the same id and time it is the same event
 * @param at when it happened
 * @param receivedAt when the request came
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record EventMessage(
        String type,
        String topic,
        String key,
        Placement placement,
        byte[] value,
        String eventId,
        Instant at,
        Instant receivedAt) {

    /** A message whose key says its partition. */
    public static EventMessage of(
            String type, String topic, String key, byte[] value, String eventId, Instant at, Instant receivedAt) {
        return new EventMessage(type, topic, key, Placement.BY_KEY, value, eventId, at, receivedAt);
    }
}
