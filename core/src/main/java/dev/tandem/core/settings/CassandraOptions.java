package dev.tandem.core.settings;

import dev.tandem.core.failure.TandemException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** The options of {@link CassandraSettings}, for processes to mix in. */
public final class CassandraOptions {
    private static final Pattern HOST_AND_PORT = Pattern.compile("([^:\\s]+):(\\d{1,5})");
    private static final Pattern KEYSPACE = Pattern.compile("[a-z][a-z0-9_]{0,47}");
    private static final int MAX_PORT = 65_535;

    @Option(
            names = "--cassandra.contact-points",
            defaultValue = "127.0.0.1:19042",
            split = ",",
            description = "Cassandra nodes to begin with, host:port, parted by commas.")
    private List<String> contactPoints = new ArrayList<>();

    @Option(names = "--cassandra.datacenter", defaultValue = "datacenter1", description = "The local data centre.")
    private String localDatacenter = "";

    @Option(names = "--cassandra.keyspace", defaultValue = "tandem", description = "The keyspace of Tandem's tables.")
    private String keyspace = "";

    @Option(
            names = "--cassandra.user",
            defaultValue = "",
            showDefaultValue = Visibility.NEVER,
            description = "Cassandra user; empty where none is asked for.")
    private String user = "";

    @Option(
            names = "--cassandra.password",
            defaultValue = "",
            showDefaultValue = Visibility.NEVER,
            description = "Cassandra password; environment only.")
    private Secret password = new Secret("");

    public CassandraSettings toSettings() {
        if (!KEYSPACE.matcher(keyspace).matches()) {
            throw TandemException.invalid(
                    "--cassandra.keyspace", keyspace, "1 to 48 of a-z, 0-9 and '_', beginning with a letter");
        }
        return new CassandraSettings(
                contactPoints.stream().map(CassandraOptions::address).toList(),
                localDatacenter,
                keyspace,
                user,
                password);
    }

    private static InetSocketAddress address(String text) {
        Matcher parts = HOST_AND_PORT.matcher(text);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > MAX_PORT) {
            throw TandemException.invalid("--cassandra.contact-points", text, "host:port, such as 127.0.0.1:19042");
        }
        return InetSocketAddress.createUnresolved(parts.group(1), Integer.parseInt(parts.group(2)));
    }
}
