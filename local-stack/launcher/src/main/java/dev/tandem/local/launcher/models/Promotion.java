package dev.tandem.local.launcher.models;

import java.time.Instant;

/**
 * One time that a version became the served one.
 *
 * @param cause {@code publish}, {@code promote} or {@code rollback}
 */
record Promotion(String version, String cause, Instant at) {
    static final String PROMOTE = "promote";
    static final String ROLLBACK = "rollback";
}
