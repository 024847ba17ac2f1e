package dev.tandem.local.launcher.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tandem.local.launcher.publishing.Pace;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Requests for the recommendations of random users at a fixed rate, whether or not the ones before are answered. */
final class LookupLoad {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final LookupLoadSettings settings;
    private final List<String> users;
    private final Random random;

    LookupLoad(LookupLoadSettings settings, List<String> users) {
        this.settings = settings;
        this.users = users;
        this.random = new Random(settings.seed());
    }

    /** Sends every request when it is due, and hands on each as it is answered or fails; returns when all are. */
    void run(Consumer<Lookup> take) throws InterruptedException {
        Pace pace = new Pace(settings.rate());
        long count = settings.rate() * settings.duration().toSeconds();
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        for (long number = 0; number < count; number++) {
            pace.await(number);
            answers.add(ask(users.get(random.nextInt(users.size())), pace, pace.due(number))
                    .thenAccept(take));
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
    }

    private CompletableFuture<Lookup> ask(String user, Pace pace, Duration due) {
        HttpRequest request = HttpRequest.newBuilder(settings.api().resolve(path(user)))
                .timeout(PATIENCE)
                .header("Tandem-Tenant", settings.tenant().value())
                .build();
        return http.sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8))
                .handle((response, failure) -> {
                    Duration took = pace.elapsed().minus(due);
                    return response == null
                            ? new Lookup(user, due, took, 0, MissingNode.getInstance())
                            : new Lookup(user, due, took, response.statusCode(), json(response));
                });
    }

    private String path(String user) {
        return "/v1/users/%s/recommendations?in_stock=false&limit=%d"
                .formatted(URLEncoder.encode(user, StandardCharsets.UTF_8).replace("+", "%20"), settings.limit());
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
