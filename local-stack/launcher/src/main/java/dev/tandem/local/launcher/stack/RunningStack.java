package dev.tandem.local.launcher.stack;

import dev.tandem.local.services.process.ProcessRecord;
import dev.tandem.local.services.server.CassandraServer;
import dev.tandem.local.services.server.KafkaServer;
import dev.tandem.local.services.server.PostgresServer;
import dev.tandem.local.services.server.StackFolders;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/** The addresses at which the processes of a folder listen, as they were started. */
public record RunningStack(StackFolders folders) {

    /** The settings with the ports of what runs in place of those that were asked for. */
    public static StackSettings settings(StackSettings asked) {
        RunningStack running = new RunningStack(asked.folders());
        return new StackSettings(
                asked.folders(),
                new PostgresServer(running.port("postgres", asked.postgres().port())),
                new KafkaServer(
                        running.port("kafka", asked.kafka().port()),
                        asked.kafka().controllerPort()),
                new CassandraServer(
                        running.port("cassandra", asked.cassandra().port()),
                        asked.cassandra().storagePort()),
                running.port(Residents.API, asked.apiPort()),
                running.port(Residents.STREAMING, asked.streamingPort()));
    }

    /** Where models are kept and the stores listen, as the environment variables that commands and jobs read. */
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("TANDEM_MODELS_URI", folders.root().resolve("models").toString());
        ifRunning(
                "postgres",
                port -> environment.put("TANDEM_POSTGRES_URL", new PostgresServer(port).url(StackSettings.STORE)));
        ifRunning("cassandra", port -> environment.put("TANDEM_CASSANDRA_CONTACT_POINTS", "127.0.0.1:" + port));
        ifRunning("kafka", port -> environment.put("TANDEM_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + port));
        return environment;
    }

    private void ifRunning(String name, IntConsumer use) {
        new Residents(folders).findRunning(name).map(ProcessRecord::port).ifPresent(use::accept);
    }

    private int port(String name, int otherwise) {
        return new Residents(folders).findRunning(name).map(ProcessRecord::port).orElse(otherwise);
    }
}
