package dev.tandem.streaming;

import dev.tandem.local.services.Lease;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The streaming application as a process of its own, as it runs in production. */
public final class StreamingProcess implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("/health/ready are on 127\\.0\\.0\\.1:(\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();

    private final Process process;
    private final Path log;

    private StreamingProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it.
     *
     * @param folder for checkpoints and the log; one that was used before is gone on with
     */
    public static StreamingProcess start(Lease lease, Path folder, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-Djdk.reflect"))
                .forEach(command::add);
        command.addAll(List.of(
                "-Xmx768m",
                "-cp",
                classPath(),
                StreamingMain.class.getName(),
                "--spark.master=local[2]",
                "--metrics.port=0",
                "--checkpoints.uri=" + folder.resolve("checkpoints")));
        Stream.of(lease.options(), List.of("--kafka.bootstrap-servers=" + lease.kafkaBootstrapServers()))
                .forEach(command::addAll);
        command.addAll(List.of(options));
        try {
            Path log = Files.createTempFile(folder, "streaming", ".log");
            return new StreamingProcess(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until every query runs. */
    public StreamingProcess awaitReady() {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("It ended: " + output());
            }
            return get("/health/ready")
                    .map(answer -> answer.statusCode() == 200)
                    .orElse(false);
        });
        return this;
    }

    /** What it answers; empty where it does not. */
    public Optional<HttpResponse<String>> get(String path) {
        Matcher port = PORT.matcher(output());
        if (!port.find()) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create("http://127.0.0.1:" + port.group(1) + path);
            return Optional.of(HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Kills it with -9. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks it to stop with SIGTERM; its exit code. */
    public int stop() {
        process.destroy();
        return awaitEnd();
    }

    /** Everything it has printed. */
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        awaitEnd();
    }

    private static String classPath() {
        Path target = Path.of(System.getProperty("tandem.home", ""), "streaming-job", "target");
        try {
            return target.resolve("classes")
                    + File.pathSeparator
                    + Files.readString(target.resolve("runtime.classpath")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int awaitEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("It does not end: " + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
