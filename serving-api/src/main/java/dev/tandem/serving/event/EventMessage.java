package dev.tandem.serving.event;

import java.time.Instant;

/**
 * An event as it is sent to its topic.
 *
 * @param type the word for events of its kind
 * @param key what it is ordered by: events of one key keep their order
 * @param value the message, never changed
 * @param eventId tells it from other events: sent again with the same id and time it is the same event
 * @param at when it happened
 * @param receivedAt when the request came
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record EventMessage(
        String type, String topic, String key, byte[] value, String eventId, Instant at, Instant receivedAt) {}
