package dev.tandem.serving.intake;

import java.time.Duration;

/**
 * How much is sent to the broker.
 *
 * @param patience how long a request waits for the acknowledgement of its events
 * @param maxInFlight how many events may wait for an acknowledgement at a time; what comes above is refused at once
 */
public record EventLimits(Duration patience, int maxInFlight) {}
