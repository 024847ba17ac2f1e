package dev.tandem.core.recommendation;

import java.time.Instant;

/**
 * One time that a version became the served one.
 *
 * @param cause {@code publish}, {@code promote} or {@code rollback}
 */
public record Promotion(String version, String cause, Instant at) {
    public static final String PROMOTE = "promote";
    public static final String ROLLBACK = "rollback";
}
