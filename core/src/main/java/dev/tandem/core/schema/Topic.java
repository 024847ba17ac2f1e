package dev.tandem.core.schema;

import java.time.Duration;

/** A contract topic. Its key is written {@code tenant_id/user_id}, so that one user's events keep their order. */
public record Topic(String name, int partitions, Duration retention) {}
