package dev.tandem.streaming.trending;

import java.time.Instant;

/** How often an item was looked at in the span of time that begins at {@code start}. */
record WindowCount(Instant start, String item, long views) {}
