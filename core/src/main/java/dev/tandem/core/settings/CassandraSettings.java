package dev.tandem.core.settings;

import java.net.InetSocketAddress;
import java.util.List;

/** How to reach Cassandra. An empty user means that the cluster asks for none. */
public record CassandraSettings(
        List<InetSocketAddress> contactPoints, String localDatacenter, String keyspace, String user, Secret password) {
    public CassandraSettings {
        contactPoints = List.copyOf(contactPoints);
    }
}
