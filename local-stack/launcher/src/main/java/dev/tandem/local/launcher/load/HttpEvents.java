package dev.tandem.local.launcher.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.shop.TenantId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Events to an API, over a bounded number of connections. What was not taken because of too much traffic or
 * an outage is sent again, with the same ids and times, for as long as the patience lasts.
 */
final class HttpEvents<E extends NumberedEvent> implements EventOutlet<E> {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int MAX_CONNECTIONS = 1_000;
    private static final int MAX_PAUSE_SECONDS = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final URI address;
    private final Receiver receiver;
    private final TenantId tenant;
    private final int connections;
    private final Duration patience;
    private final Semaphore free;
    private final AtomicReference<@Nullable Throwable> defect = new AtomicReference<>();

    /** Who takes them. */
    enum Receiver {
        EVENTS("/v1/events", "events"),
        FEEDBACK("/v1/feedback", "feedback");

        private final String path;
        /** Where an answer says of each what became of it. */
        private final String list;

        Receiver(String path, String list) {
            this.path = path;
            this.list = list;
        }
    }

    /**
     * A way over an API.
     *
     * @param patience how long an event is sent again at the most, after it was due
     */
    HttpEvents(URI api, Receiver receiver, TenantId tenant, int connections, Duration patience) {
        if (connections < 1 || connections > MAX_CONNECTIONS) {
            throw TandemException.invalid("--connections", String.valueOf(connections), "1 to " + MAX_CONNECTIONS);
        }
        this.address = api.resolve(receiver.path);
        this.receiver = receiver;
        this.tenant = tenant;
        this.connections = connections;
        this.patience = patience;
        this.free = new Semaphore(connections);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // what comes of it is told, and await tells what should not have come
    public void send(Batch<E> batch) throws InterruptedException {
        free.acquire();
        attempt(batch, Instant.now().plus(patience)).whenComplete((nothing, failure) -> {
            if (failure != null) {
                defect.compareAndSet(null, failure);
            }
            free.release();
        });
    }

    @Override
    public void await() throws InterruptedException {
        free.acquire(connections);
        free.release(connections);
        Throwable thrown = defect.get();
        if (thrown != null) {
            throw new IllegalStateException("Events were sent, and what came of them is not known", thrown);
        }
    }

    @Override
    public void close() {
        // The client has nothing to close before Java 21; its threads end with it.
    }

    private CompletableFuture<Void> attempt(Batch<E> batch, Instant until) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Tandem-Tenant", tenant.value())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body(batch.events())))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8))
                .handle((response, failure) -> Answer.of(response, receiver.list))
                .thenCompose(answer -> settle(batch, answer, until));
    }

    /** Tells what is known, and sends again what is not. */
    private CompletableFuture<Void> settle(Batch<E> batch, Answer answer, Instant until) {
        List<E> unsettled = new ArrayList<>();
        for (int index = 0; index < batch.events().size(); index++) {
            E event = batch.events().get(index);
            if (answer.isAccepted(index)) {
                batch.acknowledged(event);
            } else if (answer.isTemporary() && Instant.now().isBefore(until)) {
                unsettled.add(event);
            } else {
                batch.tally().refused(answer.name());
            }
        }
        if (unsettled.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        batch.tally().delayed(answer.name(), unsettled.size());
        Batch<E> rest = new Batch<>(unsettled, batch.due(), batch.pace(), batch.tally());
        return CompletableFuture.supplyAsync(
                        () -> rest,
                        CompletableFuture.delayedExecutor(answer.pause().toMillis(), TimeUnit.MILLISECONDS))
                .thenCompose(again -> attempt(again, until));
    }

    private static String body(List<? extends NumberedEvent> events) {
        ArrayNode body = JSON.createArrayNode();
        events.forEach(event -> body.add(event.json()));
        return body.toString();
    }

    /**
     * An answer to a request.
     *
     * @param status 0 where there was none
     * @param accepted the events, by their place in the request, of which it says that the broker has them
     * @param pause how long to wait before the next attempt
     */
    private record Answer(int status, Set<Integer> accepted, Duration pause) {
        /** Events are accepted, feedback is created. */
        private static final Set<Integer> ALL_ACCEPTED = Set.of(201, 202);

        static Answer of(@Nullable HttpResponse<String> response, String list) {
            if (response == null) {
                return new Answer(0, Set.of(), PAUSE);
            }
            Duration pause = response.headers()
                    .firstValue("Retry-After")
                    .filter(seconds -> seconds.matches("\\d{1,4}"))
                    .map(seconds -> Duration.ofSeconds(Math.min(MAX_PAUSE_SECONDS, Integer.parseInt(seconds))))
                    .orElse(PAUSE);
            return new Answer(response.statusCode(), accepted(response.body(), list), pause);
        }

        boolean isAccepted(int index) {
            return ALL_ACCEPTED.contains(status) || accepted.contains(index);
        }

        boolean isTemporary() {
            return status == 0 || status == 429 || status >= 500;
        }

        String name() {
            return status == 0 ? "no answer" : Integer.toString(status);
        }

        private static Set<Integer> accepted(String body, String list) {
            Set<Integer> accepted = new HashSet<>();
            for (JsonNode event : parsed(body).path(list)) {
                if (event.path("status").asText().equals("accepted")) {
                    accepted.add(event.path("index").asInt(-1));
                }
            }
            return accepted;
        }

        private static JsonNode parsed(String body) {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                return MissingNode.getInstance();
            }
        }
    }
}
