package dev.tandem.serving.history;

import java.time.Instant;

/**
 * One look of a user at an item.
 *
 * @param eventId tells one view of the user from another
 */
public record ItemView(String eventId, String itemId, Instant viewedAt) {}
