package dev.tandem.local.launcher.stack;

import dev.tandem.local.services.process.ChildProcess;
import dev.tandem.local.services.process.ProcessIdentity;
import dev.tandem.local.services.server.Port;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** The API as a process of its own. */
record ApiProcess(StackSettings settings) {
    private static final String MODULE = "serving-api";
    private static final String MAIN = "dev.tandem.serving.ServingMain";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    Port port() {
        return new Port("--api.port", settings.apiPort());
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + settings.apiPort());
    }

    ProcessIdentity launch() {
        return ChildProcess.start(
                List.of(
                        ChildProcess.java(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        settings.folders().classPath(MODULE),
                        MAIN,
                        "--api.port=" + settings.apiPort(),
                        "--kafka.bootstrap-servers=" + settings.kafka().address(),
                        "--cassandra.contact-points=" + settings.cassandra().address(),
                        "--cassandra.keyspace=" + StackSettings.STORE),
                settings.folders().log(Residents.API));
    }

    /** Whether it answers; it may still miss data. */
    boolean answers() {
        HttpRequest request = HttpRequest.newBuilder(address().resolve("/health/live"))
                .timeout(TIMEOUT)
                .build();
        try {
            return HttpClient.newBuilder()
                            .version(Version.HTTP_1_1)
                            .connectTimeout(TIMEOUT)
                            .build()
                            .send(request, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
