package dev.tandem.local.launcher.deployment;

import dev.tandem.local.services.process.ChildProcess;
import dev.tandem.local.services.process.Deadline;
import dev.tandem.local.services.process.LogFile;
import dev.tandem.local.services.server.Port;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A standalone Spark cluster of one master and one worker, as processes, in a Spark home like that of a download: its jars
 * are those of Maven Central, linked into {@code jars}. It can be used as soon as it is made.
 */
final class SparkCluster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** For processes that live for seconds: what the second compiler would gain, it does not earn back. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto";

    private final Path folder;
    private final Path home;
    private final String master;
    private final List<Process> processes = new ArrayList<>();
    private int submits;

    SparkCluster(Path checkout, Path folder) throws IOException {
        this.folder = folder;
        this.home = sparkHome(checkout, folder.resolve("spark"));
        List<Integer> ports = Port.free(4);
        this.master = "spark://127.0.0.1:" + ports.get(0);
        start("master", "Master", ports.get(0), ports.get(1), List.of());
        awaitLine("master", "New state: ALIVE");
        List<String> worker = List.of("--cores=2", "--memory=1g", "--work-dir=" + folder.resolve("work"), master);
        start("worker", "Worker", ports.get(2), ports.get(3), spaced(worker));
        awaitLine("worker", "Successfully registered with master");
    }

    /** A submitted job that need not have ended. */
    record Running(Process process, LogFile log) {
        /** Asks it to end. */
        void terminate() {
            process.destroy();
        }

        Submitted await() throws InterruptedException {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("Not done in time:\n" + log.tail(200));
            }
            return new Submitted(process.exitValue(), log.tail(2_000));
        }
    }

    /** A submitted job that has ended. */
    record Submitted(int exitCode, String output) {}

    String master() {
        return master;
    }

    /** Runs spark-submit with these arguments to its end, by the steps of the script of that name. */
    Submitted submit(List<String> arguments) throws IOException, InterruptedException {
        return begin(arguments).await();
    }

    /** The same without waiting for the end. */
    Running begin(List<String> arguments) throws IOException {
        LogFile log = log("submit-" + ++submits);
        Process process =
                ChildProcess.spawn(command("org.apache.spark.deploy.SparkSubmit", arguments), environment(), log);
        processes.add(process);
        return new Running(process, log);
    }

    @Override
    public void close() {
        processes.forEach(Process::destroy);
        processes.stream()
                .filter(process -> !Deadline.in(PATIENCE).meets(() -> !process.isAlive()))
                .forEach(Process::destroyForcibly);
    }

    private static Path sparkHome(Path checkout, Path home) throws IOException {
        Path jars = Files.createDirectories(home.resolve("jars"));
        Files.writeString(home.resolve("RELEASE"), "");
        Files.writeString(
                Files.createDirectory(home.resolve("conf")).resolve("spark-defaults.conf"),
                """
                spark.driver.extraJavaOptions %1$s
                spark.executor.extraJavaOptions %1$s
                spark.sql.shuffle.partitions 2
                """
                        .formatted(SHORT_LIVED));
        String classPath = Files.readString(checkout.resolve("local-stack/spark/target/runtime.classpath"));
        for (String jar : classPath.strip().split(File.pathSeparator, -1)) {
            Path target = Path.of(jar);
            Files.createSymbolicLink(jars.resolve(target.getFileName()), target);
        }
        return home;
    }

    private void start(String name, String kind, int port, int page, List<String> more) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("--host", "127.0.0.1", "--port", "" + port, "--webui-port", "" + page));
        arguments.addAll(more);
        String mainClass = "org.apache.spark.deploy.%s.%s".formatted(name, kind);
        processes.add(ChildProcess.spawn(command(mainClass, arguments), environment(), log(name)));
    }

    /** The command that Spark's own launcher makes of a class and its arguments: flags, memory and class path. */
    private List<String> command(String mainClass, List<String> arguments) throws IOException {
        List<String> launcher = new ArrayList<>(List.of(
                ChildProcess.java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                home + "/jars/*",
                "org.apache.spark.launcher.Main"));
        launcher.add(mainClass);
        launcher.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(launcher).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment());
        byte[] printed = builder.start().getInputStream().readAllBytes();
        // An empty line, then the words of the command, each ended by a zero.
        return Arrays.stream(new String(printed, StandardCharsets.UTF_8).split("\0", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private Map<String, String> environment() {
        return Map.of(
                "SPARK_HOME",
                home.toString(),
                "SPARK_SCALA_VERSION",
                "2.12",
                "SPARK_LOCAL_IP",
                "127.0.0.1",
                "SPARK_DAEMON_MEMORY",
                "256m",
                "SPARK_DAEMON_JAVA_OPTS",
                SHORT_LIVED,
                "JAVA_HOME",
                System.getProperty("java.home"));
    }

    private void awaitLine(String name, String text) {
        if (!Deadline.in(PATIENCE).meets(() -> log(name).tail(100).contains(text))) {
            throw new AssertionError(name + " did not start:\n" + log(name).tail(100));
        }
    }

    private LogFile log(String name) {
        return new LogFile(folder.resolve(name + ".log"));
    }

    private static List<String> spaced(List<String> options) {
        return options.stream()
                .flatMap(
                        option -> Arrays.stream(option.startsWith("--") ? option.split("=", 2) : new String[] {option}))
                .toList();
    }
}
