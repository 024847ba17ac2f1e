package dev.tandem.serving.live;

import java.time.Instant;

/** That a user looked at an item. */
public record Viewed(String itemId, Instant viewedAt) {}
