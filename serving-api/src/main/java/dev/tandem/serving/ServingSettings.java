package dev.tandem.serving;

import dev.tandem.core.settings.CassandraSettings;

/**
 * What the API is configured with.
 *
 * @param host a loopback address: there are no API keys, so access is open
 * @param port the port; 0 takes a free one
 * @param maxStoreReads how many reads of the store may be under way at a time
 */
public record ServingSettings(
        String host, int port, CassandraSettings cassandra, int maxStoreReads, AnswerSettings answers) {}
