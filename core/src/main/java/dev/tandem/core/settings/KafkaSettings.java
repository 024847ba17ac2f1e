package dev.tandem.core.settings;

import java.io.Serializable;

/**
 * How to reach Kafka.
 *
 * @param bootstrapServers brokers to begin with: {@code host:port}, parted by commas
 */
public record KafkaSettings(String bootstrapServers) implements Serializable {}
