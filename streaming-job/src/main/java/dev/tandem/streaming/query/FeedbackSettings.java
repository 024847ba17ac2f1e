package dev.tandem.streaming.query;

import java.time.Duration;

/**
 * How critical feedback is taken.
 *
 * @param trigger how long the query waits at the least from one batch's begin to the next one's
 * @param maxBatchRecords how many records of each score a batch takes at the most
 */
public record FeedbackSettings(Duration trigger, long maxBatchRecords) {}
