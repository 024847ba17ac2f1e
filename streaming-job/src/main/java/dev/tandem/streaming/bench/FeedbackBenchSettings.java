package dev.tandem.streaming.bench;

import dev.tandem.core.settings.CassandraSettings;
import dev.tandem.core.settings.KafkaSettings;
import dev.tandem.core.settings.PostgresSettings;
import java.time.Duration;

/**
 * What the benchmark of critical feedback runs with.
 *
 * @param cassandra its keyspace is the benchmark's own
 * @param shared the same server with the keyspace of the stack
 * @param rounds how often each way is taken
 * @param time how long it is measured
 * @param warmUp how long events flow before it is measured
 * @param idle how long nothing flows while processor time is counted
 * @param viewRate views a second
 * @param feedbackRate critical feedback a second
 */
record FeedbackBenchSettings(
        KafkaSettings kafka,
        CassandraSettings cassandra,
        CassandraSettings shared,
        PostgresSettings postgres,
        int rounds,
        Duration time,
        Duration warmUp,
        Duration idle,
        int viewRate,
        int feedbackRate) {}
