package dev.tandem.serving.bench;

import dev.tandem.core.settings.CassandraSettings;
import java.time.Duration;

/**
 * What is measured, and how long.
 *
 * @param rounds how often each way is measured
 * @param time how long each is, every time
 * @param warmUp how long each is called before the first round
 * @param connections how many requests are under way at a time, each on a connection of its own
 * @param users how many users are asked for in turn, each with a list of 100 items
 * @param limit how many items are asked for
 */
record LookupBenchSettings(
        int rounds,
        Duration time,
        Duration warmUp,
        int connections,
        int users,
        int limit,
        CassandraSettings cassandra) {}
