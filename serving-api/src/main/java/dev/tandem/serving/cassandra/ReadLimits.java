package dev.tandem.serving.cassandra;

import java.time.Duration;

/**
 * How much is asked of Cassandra.
 *
 * @param timeout after which a read counts as failed
 * @param maxReads how many reads may be under way at a time; what comes above is refused at once
 */
public record ReadLimits(Duration timeout, int maxReads) {}
