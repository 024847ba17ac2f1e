package dev.tandem.local.services;

import dev.tandem.core.settings.CassandraSettings;
import dev.tandem.core.settings.PostgresSettings;
import dev.tandem.core.settings.Secret;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * The shared servers with a database and a keyspace that nobody else uses, the contracts applied to both. Topics are
 * shared.
 *
 * @param postgresUrl JDBC URL of the database
 * @param kafkaBootstrapServers host:port
 */
public record Lease(
        String postgresUrl,
        String postgresUser,
        String cassandraHost,
        int cassandraPort,
        String cassandraDatacenter,
        String cassandraKeyspace,
        String kafkaBootstrapServers) {

    /** How to reach the database. */
    public PostgresSettings postgres() {
        return new PostgresSettings(postgresUrl, postgresUser, new Secret(""));
    }

    /** How to reach the keyspace. */
    public CassandraSettings cassandra() {
        return new CassandraSettings(
                List.of(InetSocketAddress.createUnresolved(cassandraHost, cassandraPort)),
                cassandraDatacenter,
                cassandraKeyspace,
                "",
                new Secret(""));
    }

    /** The options that bring a process of Tandem, such as a batch job, to these stores. */
    public List<String> options() {
        return List.of(
                "--postgres.url=" + postgresUrl,
                "--postgres.user=" + postgresUser,
                "--cassandra.contact-points=" + cassandraHost + ":" + cassandraPort,
                "--cassandra.datacenter=" + cassandraDatacenter,
                "--cassandra.keyspace=" + cassandraKeyspace);
    }
}
