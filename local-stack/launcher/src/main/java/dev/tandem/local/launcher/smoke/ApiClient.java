package dev.tandem.local.launcher.smoke;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.shop.TenantId;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A storefront's view of the API: one tenant, JSON answers. */
public final class ApiClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final URI base;
    private final TenantId tenant;

    public ApiClient(URI base, TenantId tenant) {
        this.base = base;
        this.tenant = tenant;
    }

    /**
     * An answer of the API.
     *
     * @param body the JSON of it, or a missing node where it is none
     */
    public record Answer(int status, JsonNode body) {
        String text(String field) {
            return body.path(field).asText("");
        }
    }

    /** The answer to a GET of this path, or a DEPENDENCY failure where nobody answers. */
    public Answer get(String path) throws InterruptedException {
        return send(request(path).build());
    }

    /** The answer to a POST of JSON to this path, or a DEPENDENCY failure where nobody answers. */
    public Answer post(String path, JsonNode body) throws InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** The answer to a DELETE of this path, or a DEPENDENCY failure where nobody answers. */
    public Answer delete(String path) throws InterruptedException {
        return send(request(path).DELETE().build());
    }

    /** An id as a part of a path or a query. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT).header("Tandem-Tenant", tenant.value());
    }

    private Answer send(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), json(response.body()));
        } catch (IOException e) {
            throw new TandemException(
                    FailureKind.DEPENDENCY,
                    "The API does not answer at " + base + "; start the stack with ./tandem up or ./tandem demo",
                    e);
        }
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
