package dev.tandem.runtime.cassandra;

import com.datastax.spark.connector.cql.CassandraConnector;
import dev.tandem.core.schema.Table;
import dev.tandem.core.settings.CassandraSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;

/** The connector's settings for one cluster and keyspace. */
public final class CassandraAccess {
    /** The name of the connector as a format of Spark. */
    public static final String FORMAT = "org.apache.spark.sql.cassandra";

    private final CassandraSettings settings;

    public CassandraAccess(CassandraSettings settings) {
        this.settings = settings;
    }

    /** The options by which Spark's reader and writer find a table. */
    public Map<String, String> options(Table table) {
        Map<String, String> options = connection();
        options.put("keyspace", settings.keyspace());
        options.put("table", table.name());
        return options;
    }

    /** A serialisable giver of driver sessions, shared by all tasks of an executor. */
    public CassandraConnector connector() {
        SparkConf conf = new SparkConf(false);
        connection().forEach(conf::set);
        return CassandraConnector.apply(conf);
    }

    /** A table's name with its keyspace, for CQL. */
    String qualified(Table table) {
        return settings.keyspace() + "." + table.name();
    }

    private Map<String, String> connection() {
        Map<String, String> options = new HashMap<>();
        options.put(
                "spark.cassandra.connection.host",
                settings.contactPoints().stream()
                        .map(address -> address.getHostString() + ":" + address.getPort())
                        .collect(Collectors.joining(",")));
        options.put("spark.cassandra.connection.localDC", settings.localDatacenter());
        if (!settings.user().isEmpty()) {
            options.put("spark.cassandra.auth.username", settings.user());
            options.put("spark.cassandra.auth.password", settings.password().reveal());
        }
        return options;
    }
}
