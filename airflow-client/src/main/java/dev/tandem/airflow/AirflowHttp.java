package dev.tandem.airflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;

/** The conversation with Airflow's server: JSON there and back, within bounded time, tried again where that can help. */
final class AirflowHttp {
    private static final int TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final int FIRST_SERVER_ERROR = 500;

    private final AirflowSettings settings;
    private final JsonMapper json;
    private final HttpClient http;

    // A server that answers 5xx, or that cannot be connected to, may be starting anew. Whatever else it answers,
    // it would answer again; and after a time-out nobody knows what it did.
    private final RetryPolicy<HttpResponse<String>> again = RetryPolicy.<HttpResponse<String>>builder()
            .handle(ConnectException.class, HttpConnectTimeoutException.class)
            .handleResultIf(answer -> answer.statusCode() >= FIRST_SERVER_ERROR)
            .withBackoff(FIRST_PAUSE, LONGEST_PAUSE)
            .withMaxAttempts(TRIES)
            .build();

    AirflowHttp(AirflowSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
        // The client's offer to go on in HTTP/2 makes Airflow's server drop the body of a POST.
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .build();
    }

    /** An answer of any status; its body is missing where it is no JSON. */
    record Answer(int status, JsonNode body) {}

    /** A GET of a path with its query. */
    Answer get(String path, Map<String, String> headers) {
        return send(request(path, headers).GET());
    }

    /** A POST of a body as JSON. */
    Answer post(String path, Map<String, String> headers, Map<String, ?> body) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.valueToTree(body).toString())));
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.url() + path))
                .timeout(settings.timeout())
                .header("Accept", "application/json");
        headers.forEach(request::header);
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    Failsafe.with(again).get(() -> http.send(request.build(), BodyHandlers.ofString()));
            return new Answer(answer.statusCode(), parsed(answer.body()));
        } catch (FailsafeException e) {
            throw explained(e.getCause() == null ? e : e.getCause());
        }
    }

    private JsonNode parsed(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            return json.missingNode();
        }
    }

    private TandemException explained(Throwable failure) {
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return new TandemException(FailureKind.INTERNAL, "Interrupted while asking Airflow", failure);
        }
        if (failure instanceof HttpTimeoutException && !(failure instanceof HttpConnectTimeoutException)) {
            return unanswered(
                    "does not answer within %s; it may still do what it was asked. Ask again"
                            .formatted(settings.timeout()),
                    failure);
        }
        if (failure instanceof IOException) {
            return unanswered("cannot be reached (%s). Start it, or set --airflow.url".formatted(failure), failure);
        }
        return new TandemException(FailureKind.INTERNAL, "Asking Airflow failed", failure);
    }

    private TandemException unanswered(String how, Throwable failure) {
        return new TandemException(FailureKind.DEPENDENCY, "Airflow at %s %s".formatted(settings.url(), how), failure);
    }
}
