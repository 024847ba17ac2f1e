package dev.tandem.streaming.bench;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.CassandraSettings;
import dev.tandem.streaming.StreamingMain;
import dev.tandem.streaming.criticalfeedback.CriticalFeedbackQuery;
import dev.tandem.streaming.query.Tuning;
import dev.tandem.streaming.views.ViewsQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The streaming application in a JVM of its own, with the flags that it has in the local stack. */
final class StreamUnderTest implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final int STOP_SECONDS = 30;
    private static final int PORT = 17_071;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    private final Process process;

    private StreamUnderTest(Process process) {
        this.process = process;
    }

    /** Starts it with new checkpoints, and waits until its queries run. */
    static StreamUnderTest start(FeedbackBenchSettings settings, Tuning tuning, Path folder)
            throws InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--add-opens") || flag.startsWith("-Djdk.") || flag.startsWith("-Dio."))
                .forEach(command::add);
        CassandraSettings cassandra = settings.cassandra();
        command.addAll(List.of(
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path", ""),
                StreamingMain.class.getName(),
                "--queries=" + ViewsQuery.NAME + "," + CriticalFeedbackQuery.NAME,
                "--tuning=" + tuning.name().toLowerCase(Locale.ROOT),
                "--checkpoints.uri=" + folder,
                "--metrics.port=" + PORT,
                "--kafka.bootstrap-servers=" + settings.kafka().bootstrapServers(),
                "--cassandra.contact-points="
                        + cassandra.contactPoints().stream()
                                .map(point -> point.getHostString() + ":" + point.getPort())
                                .collect(Collectors.joining(",")),
                "--cassandra.datacenter=" + cassandra.localDatacenter(),
                "--cassandra.keyspace=" + cassandra.keyspace(),
                "--postgres.url=" + settings.postgres().url(),
                "--postgres.user=" + settings.postgres().user()));
        try {
            // What is secret is in the environment, which it has from here.
            Path log = Files.createTempFile(folder.getParent(), "stream", ".log");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            StreamUnderTest stream = new StreamUnderTest(process);
            stream.awaitReady(log);
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The processor time that it has used so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady(Path log) throws InterruptedException {
        long until = System.nanoTime() + START_PATIENCE.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() - until > 0) {
                close();
                throw new TandemException(
                        FailureKind.DEPENDENCY,
                        "The streaming application does not come up; %s says why".formatted(log));
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static boolean isReady() throws InterruptedException {
        try {
            URI ready = URI.create("http://127.0.0.1:" + PORT + "/health/ready");
            return HTTP.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
