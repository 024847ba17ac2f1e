package dev.tandem.etl.bench;

import dev.tandem.core.settings.CassandraSettings;
import dev.tandem.core.settings.PostgresSettings;

/**
 * The settings of the benchmark.
 *
 * @param cassandra with the keyspace of the benchmark's own that it makes and drops
 * @param lines how many order lines are copied
 * @param rounds how often each way is taken
 */
record SyncBenchConfig(
        PostgresSettings postgres, CassandraSettings cassandra, String sparkMaster, int lines, int rounds) {}
