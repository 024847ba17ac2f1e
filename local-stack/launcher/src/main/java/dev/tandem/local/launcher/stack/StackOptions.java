package dev.tandem.local.launcher.stack;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.SettingsSource;
import dev.tandem.local.services.server.CassandraServer;
import dev.tandem.local.services.server.KafkaServer;
import dev.tandem.local.services.server.PostgresServer;
import dev.tandem.local.services.server.StackFolders;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@link StackSettings}, for commands to mix in. */
public final class StackOptions implements SettingsSource<StackSettings> {
    /** The system property that names the checkout. */
    public static final String HOME_PROPERTY = "tandem.home";

    /** The option that says which stack is meant. */
    public static final String VAR_DIR = "--var-dir";

    /** What it means. */
    public static final String VAR_DIR_MEANING =
            "Folder of data, logs and what runs; else var in the checkout. A stack each.";

    private static final int MAX_PORT = 65_535;

    @Option(names = VAR_DIR, description = VAR_DIR_MEANING)
    private @Nullable Path varDir;

    @Option(names = "--postgres.port", defaultValue = "15432", description = "Port of PostgreSQL.")
    private int postgres;

    @Option(names = "--kafka.port", defaultValue = "19092", description = "Port of Kafka.")
    private int kafka;

    @Option(names = "--kafka.controller-port", defaultValue = "19093", description = "Port of Kafka's controller.")
    private int kafkaController;

    @Option(names = "--cassandra.port", defaultValue = "19042", description = "Port of Cassandra.")
    private int cassandra;

    @Option(
            names = "--cassandra.storage-port",
            defaultValue = "17000",
            description = "Port that Cassandra's nodes would talk over.")
    private int cassandraStorage;

    @Option(names = "--api.port", defaultValue = "7070", description = "Port of the API.")
    private int api;

    @Option(
            names = "--streaming.port",
            defaultValue = "7071",
            description = "Port of the streaming job's metrics and health.")
    private int streaming;

    @Override
    public StackSettings toSettings() {
        checkPorts();
        return new StackSettings(
                folders(),
                new PostgresServer(postgres),
                new KafkaServer(kafka, kafkaController),
                new CassandraServer(cassandra, cassandraStorage),
                api,
                streaming);
    }

    /** The folders alone. */
    public StackFolders folders() {
        return folders(varDir);
    }

    /** The folders of this checkout's stack, in {@code varDir} or, where that is null, in {@code var}. */
    public static StackFolders folders(@Nullable Path varDir) {
        Path home = Path.of(System.getProperty(HOME_PROPERTY, "."));
        return new StackFolders(home, varDir == null ? home.resolve("var") : varDir);
    }

    private void checkPorts() {
        Map<String, Integer> ports = new HashMap<>();
        ports.put("--postgres.port", postgres);
        ports.put("--kafka.port", kafka);
        ports.put("--kafka.controller-port", kafkaController);
        ports.put("--cassandra.port", cassandra);
        ports.put("--cassandra.storage-port", cassandraStorage);
        ports.put("--api.port", api);
        ports.put("--streaming.port", streaming);
        Map<Integer, String> taken = new HashMap<>();
        ports.forEach((option, port) -> {
            if (port < 1 || port > MAX_PORT) {
                throw new TandemException(
                        FailureKind.CONFIGURATION, "%s is '%d'; allowed: 1 to %d".formatted(option, port, MAX_PORT));
            }
            String other = taken.put(port, option);
            if (other != null) {
                throw new TandemException(
                        FailureKind.CONFIGURATION,
                        "%s and %s are both %d; give each a port of its own".formatted(option, other, port));
            }
        });
    }
}
