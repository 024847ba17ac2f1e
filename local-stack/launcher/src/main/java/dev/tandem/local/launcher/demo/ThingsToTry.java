package dev.tandem.local.launcher.demo;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Requests to begin with, as curl lines with what they answer. */
final class ThingsToTry {
    private static final int MAX_LENGTH = 300;
    private static final String BEST_SELLERS = "/v1/best-sellers?limit=3";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long LOOK_MILLIS = 100;

    private final HttpClient http =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final URI api;

    ThingsToTry(URI api) {
        this.api = api;
    }

    /** Waits until the API, which has just been started, answers with data. */
    void awaitAnswers() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (get(BEST_SELLERS).statusCode() != 200) {
            if (Instant.now().isAfter(end)) {
                throw new TandemException(
                        FailureKind.DEPENDENCY,
                        "The API does not answer with data: "
                                + get(BEST_SELLERS).body());
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /** Each request and its answer, shortened. */
    List<String> lines(String user) throws InterruptedException {
        List<String> lines = new ArrayList<>();
        for (String path : List.of(
                "/v1/users/" + user + "/recommendations?limit=3",
                "/v1/users/somebody-new/recommendations?limit=3",
                BEST_SELLERS)) {
            lines.add("");
            lines.add("  curl '" + api.resolve(path) + "'");
            lines.add("    " + answer(path));
        }
        return lines;
    }

    private String answer(String path) throws InterruptedException {
        String body = get(path).body().replaceAll("\\s*\\n\\s*", " ");
        return body.length() > MAX_LENGTH ? body.substring(0, MAX_LENGTH) + " …" : body;
    }

    private HttpResponse<String> get(String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api.resolve(path)).build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new TandemException(FailureKind.DEPENDENCY, "The API does not answer at " + api, e);
        }
    }
}
