package dev.tandem.serving;

import dev.tandem.core.settings.CassandraSettings;

/**
 * What the API is configured with.
 *
 * @param host a loopback address: there are no API keys, so access is open
 * @param port the port; 0 takes a free one
 */
public record ServingSettings(String host, int port, CassandraSettings cassandra, AnswerSettings answers) {}
