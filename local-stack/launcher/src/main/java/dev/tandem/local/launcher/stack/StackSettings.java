package dev.tandem.local.launcher.stack;

import dev.tandem.local.services.server.CassandraServer;
import dev.tandem.local.services.server.KafkaServer;
import dev.tandem.local.services.server.PostgresServer;
import dev.tandem.local.services.server.StackFolders;

/**
 * Where a stack keeps its data and listens.
 *
 * @param folders its folders
 * @param apiPort port of the API
 * @param streamingPort port of the streaming job's metrics and health
 */
public record StackSettings(
        StackFolders folders,
        PostgresServer postgres,
        KafkaServer kafka,
        CassandraServer cassandra,
        int apiPort,
        int streamingPort) {
    /** The name of the database and of the keyspace. */
    public static final String STORE = "tandem";

    /** The folder, below the stack's, in which the streaming job keeps how far it has come. */
    public static final String CHECKPOINTS = "checkpoints";
}
