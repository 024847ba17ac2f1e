package dev.tandem.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ServingMainIT {
    private static final Pattern LISTENING = Pattern.compile("Listening on http://127\\.0\\.0\\.1:(\\d+) .*");

    @Test
    void startsAndStopsWithoutCassandraAndKafka() throws IOException, InterruptedException {
        Process process = start(
                "--api.port=0", "--cassandra.contact-points=127.0.0.1:1", "--kafka.bootstrap-servers=127.0.0.1:1");
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            Matcher listening = listening(lines);

            ApiCaller caller = new ApiCaller(Integer.parseInt(listening.group(1)));
            assertThat(caller.get("/health/live").status()).isEqualTo(200);
            assertThat(caller.get("/health/ready").status()).isEqualTo(503);
            assertThat(process.toHandle().destroy()).isTrue();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(lines.lines()).last().asString().endsWith("Stopped");
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void refusesToListenWhereAnyoneCouldCall() throws IOException, InterruptedException {
        Process process = start("--api.host=0.0.0.0");

        assertThat(printed(process)).contains("--api.host is '0.0.0.0'; allowed: a loopback address");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void aTakenPortIsNamed() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process = start("--api.port=" + taken.getLocalPort());

            assertThat(printed(process)).contains("127.0.0.1:" + taken.getLocalPort() + " is taken");
            assertThat(process.waitFor()).isEqualTo(2);
        }
    }

    @Test
    void helpNamesEverySetting() throws IOException, InterruptedException {
        Process process = start("--help");

        assertThat(printed(process)).contains("--api.port", "--api.model-cache-age", "--cassandra.contact-points");
        assertThat(process.waitFor()).isZero();
    }

    private static Process start(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path", ""),
                ServingMain.class.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** The line that says where it listens; lines about stores that are not there may come before it. */
    private static Matcher listening(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                return listening;
            }
        }
        throw new AssertionError("It ended without listening");
    }

    private static String printed(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
