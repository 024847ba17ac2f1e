package dev.tandem.local.launcher.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The question over HTTP whether a process is well. */
final class HttpProbe {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private HttpProbe() {}

    /** Whether a GET is answered with 200. */
    static boolean isOk(URI address) {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
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
