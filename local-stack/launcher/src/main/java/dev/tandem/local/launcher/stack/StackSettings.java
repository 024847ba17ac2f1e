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
 */
public record StackSettings(
        StackFolders folders, PostgresServer postgres, KafkaServer kafka, CassandraServer cassandra, int apiPort) {
    /** The name of the database and of the keyspace. */
    public static final String STORE = "tandem";
}
