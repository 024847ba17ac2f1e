package dev.tandem.local.services.server;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.local.services.process.ChildProcess;
import dev.tandem.local.services.process.LogFile;
import dev.tandem.local.services.process.ProcessIdentity;
import dev.tandem.local.services.process.StopSignal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/** A Kafka broker that is its own controller. */
public record KafkaServer(int port, int controllerPort) implements Server {
    private static final String MODULE = "local-stack/kafka";
    private static final int FORMAT_LINES = 8;
    private static final int ANSWER_SECONDS = 5;

    @Override
    public String id() {
        return "kafka";
    }

    @Override
    public String title() {
        return "Kafka 4.1";
    }

    @Override
    public List<Port> ports() {
        return List.of(new Port("--kafka.port", port), new Port("--kafka.controller-port", controllerPort));
    }

    @Override
    public StopSignal signal() {
        return StopSignal.TERM;
    }

    @Override
    public ProcessIdentity launch(StackFolders folders, Consumer<String> notices) {
        DataFolder data = folders.data(id());
        boolean isNew = data.prepare(notices);
        Path settings = data.write(
                "server.properties",
                Template.fill(
                        "kafka.properties",
                        Map.of(
                                "port", Integer.toString(port),
                                "controller-port", Integer.toString(controllerPort),
                                "log-dirs", data.path().resolve("logs").toString())));
        if (isNew) {
            format(folders, settings);
        }
        return ChildProcess.start(java(folders, "kafka.Kafka", settings.toString()), folders.log(id()));
    }

    @Override
    public boolean answers() {
        if (!ports().get(0).accepts()) {
            return false;
        }
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address()))) {
            return !admin.describeCluster()
                    .nodes()
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void format(StackFolders folders, Path settings) {
        LogFile log = folders.log("kafka-setup");
        List<String> command = java(
                folders,
                "kafka.tools.StorageTool",
                "format",
                "--ignore-formatted",
                "--cluster-id",
                Uuid.randomUuid().toString(),
                "--config",
                settings.toString());
        if (ChildProcess.run(command, log) != 0) {
            throw new TandemException(
                    FailureKind.DEPENDENCY,
                    "Kafka cannot format its data folder:%n%s".formatted(log.tail(FORMAT_LINES)));
        }
    }

    private static List<String> java(StackFolders folders, String... mainAndArguments) {
        List<String> command = new ArrayList<>(List.of(
                ChildProcess.java(),
                "-Xms64m",
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSS",
                "-Dorg.slf4j.simpleLogger.log.org.apache.kafka.common.config=warn",
                "-cp",
                folders.classPath(MODULE)));
        command.addAll(List.of(mainAndArguments));
        return command;
    }
}
