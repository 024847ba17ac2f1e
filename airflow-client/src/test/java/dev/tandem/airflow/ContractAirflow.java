package dev.tandem.airflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tandem.core.settings.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP server that keeps to the contract of Airflow 3's REST API, as far as Tandem speaks it: it takes what Airflow takes
 * and refuses what Airflow refuses, with the same statuses and the same forms of body. It holds DAGs and runs; a test says
 * how they stand. Nothing runs on it.
 */
public final class ContractAirflow implements AutoCloseable {
    public static final String USER = "tandem";
    public static final String PASSWORD = "a-password";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> LOGIN_FIELDS = Set.of("username", "password");
    private static final Set<String> RUN_FIELDS = Set.of(
            "dag_run_id",
            "logical_date",
            "data_interval_start",
            "data_interval_end",
            "run_after",
            "conf",
            "note",
            "partition_key");
    private static final List<String> RESERVED = List.of("scheduled__", "backfill__", "asset_triggered__");
    private static final String RUN_PATH = "/api/v2/dags/([^/]+)/dagRuns";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, ObjectNode> dags = new LinkedHashMap<>();
    private final Map<String, ObjectNode> runs = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> tasks = new LinkedHashMap<>();
    private final Deque<Integer> failures = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();
    private final Set<String> validTokens = new TreeSet<>();
    private int logins;
    private boolean takesNoToken;
    private boolean allowsNothing;
    private volatile boolean isSilent;

    public ContractAirflow() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** The settings with which it is reached by the user whom it knows. */
    public AirflowSettings settings() {
        return new AirflowSettings(url(), USER, new Secret(PASSWORD), Duration.ofSeconds(10));
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public synchronized ContractAirflow withDag(String dagId) {
        ObjectNode dag = JSON.createObjectNode();
        dag.put("dag_id", dagId).put("is_paused", false).put("timetable_summary", "0 2 * * *");
        dags.put(dagId, dag);
        return this;
    }

    public synchronized ContractAirflow withPausedDag(String dagId) {
        withDag(dagId);
        held(dags, dagId).put("is_paused", true);
        return this;
    }

    /** From now on the user may nothing. */
    public synchronized void takeAwayTheRole() {
        allowsNothing = true;
    }

    /** The tokens that were given are no longer taken. */
    public synchronized void expireTokens() {
        validTokens.clear();
    }

    /** From now on no token is taken, not even one that was just given. */
    public synchronized void distrustTokens() {
        takesNoToken = true;
    }

    /** The next requests, as many as there are statuses, are answered with these. */
    public synchronized void failNextWith(Integer... statuses) {
        failures.addAll(Arrays.asList(statuses));
    }

    /** From now on nothing is answered until it is closed. */
    public void fallSilent() {
        isSilent = true;
    }

    /** A run reaches a state, with these states of its tasks. */
    public synchronized void finish(String runId, String state, Map<String, String> states) {
        held(runs, runId).put("state", state).put("end_date", "2026-01-02T03:10:00Z");
        tasks.put(runId, states);
    }

    /** Method and path of each request so far. */
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    /** The conf of a run. */
    public synchronized JsonNode conf(String runId) {
        return held(runs, runId).path("conf");
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            // A connection on which a change to HTTP/2 is offered loses the body of its POST.
            boolean losesBody = exchange.getRequestHeaders().containsKey("Upgrade");
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (isSilent) {
                closing.await();
                return;
            }
            Reply reply = answer(
                    exchange.getRequestMethod(),
                    path,
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    losesBody ? "" : body);
            byte[] bytes = reply.body().toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Reply answer(String method, String path, @Nullable String authorization, String body) {
        requests.add(method + " " + path);
        Integer failure = failures.poll();
        if (failure != null) {
            return failure == 422 ? Reply.invalid("conf", "told to fail") : Reply.detail(failure, "told to fail");
        }
        if (path.equals("/auth/token")) {
            return method.equals("POST") ? login(body) : Reply.detail(405, "Method Not Allowed");
        }
        if (takesNoToken
                || authorization == null
                || !validTokens.contains(authorization.replaceFirst("^Bearer ", ""))) {
            return Reply.detail(401, "Invalid JWT token");
        }
        if (allowsNothing) {
            return Reply.detail(403, "Forbidden");
        }
        if (path.matches(RUN_PATH) && method.equals("POST")) {
            return trigger(segment(path, 4), body);
        }
        return method.equals("GET") ? read(path) : Reply.detail(405, "Method Not Allowed");
    }

    private Reply login(String text) {
        JsonNode body = parsed(text);
        Reply invalid = Reply.invalid(body, LOGIN_FIELDS, LOGIN_FIELDS);
        if (invalid != null) {
            return invalid;
        }
        if (!body.path("username").asText().equals(USER)
                || !body.path("password").asText().equals(PASSWORD)) {
            return Reply.detail(401, "Invalid credentials");
        }
        String token = "token-" + ++logins;
        validTokens.add(token);
        return new Reply(201, JSON.createObjectNode().put("access_token", token));
    }

    private Reply trigger(String dagId, String text) {
        JsonNode body = parsed(text);
        Reply invalid = Reply.invalid(body, Set.of("logical_date"), RUN_FIELDS);
        if (invalid != null) {
            return invalid;
        }
        if (!dags.containsKey(dagId)) {
            return Reply.detail(404, "DAG with dag_id: '" + dagId + "' not found");
        }
        if (!body.path("conf").isObject() && !body.path("conf").isNull() && body.has("conf")) {
            return Reply.invalid("conf", "Input should be a valid dictionary");
        }
        String runId = body.path("dag_run_id").asText("manual__" + Instant.EPOCH);
        if (RESERVED.stream().anyMatch(runId::startsWith)) {
            return Reply.detail(400, "A manual DAG run cannot use ID '" + runId + "' since it is reserved");
        }
        if (body.path("conf").has("not_a_param")) {
            return Reply.detail(400, "Invalid input for param not_a_param");
        }
        if (runs.containsKey(runId)) {
            ObjectNode reason = JSON.createObjectNode();
            reason.put("reason", "Unique constraint violation").put("statement", "hidden");
            return new Reply(409, JSON.createObjectNode().set("detail", reason));
        }
        runs.put(runId, run(dagId, runId, body));
        return new Reply(200, held(runs, runId));
    }

    private ObjectNode run(String dagId, String runId, JsonNode body) {
        ObjectNode run = JSON.createObjectNode();
        run.put("dag_run_id", runId).put("dag_id", dagId).put("run_type", "manual");
        run.put("state", held(dags, dagId).path("is_paused").asBoolean() ? "queued" : "running");
        run.put("start_date", "2026-01-02T03:00:00.123456Z").putNull("end_date");
        run.set("logical_date", body.path("logical_date"));
        run.set("conf", body.path("conf"));
        return run;
    }

    private Reply read(String path) {
        if (path.equals("/api/v2/dags")) {
            return Reply.collection("dags", List.copyOf(dags.values()));
        }
        String dagId = segment(path, 4);
        if (!dagId.equals("~") && !dags.containsKey(dagId)) {
            return Reply.detail(404, "The Dag with ID: `" + dagId + "` was not found");
        }
        if (path.matches("/api/v2/dags/[^/]+")) {
            return new Reply(200, held(dags, dagId));
        }
        if (path.matches(RUN_PATH)) {
            return Reply.collection("dag_runs", List.copyOf(runs.values()));
        }
        return readRun(path);
    }

    private Reply readRun(String path) {
        String runId = segment(path, 6);
        if (!runs.containsKey(runId)) {
            return Reply.detail(404, "The DagRun with run_id: `" + runId + "` was not found");
        }
        if (path.endsWith("/taskInstances")) {
            List<ObjectNode> states = new ArrayList<>();
            tasks.getOrDefault(runId, Map.of())
                    .forEach((task, state) -> states.add(
                            JSON.createObjectNode().put("task_id", task).put("state", state)));
            return Reply.collection("task_instances", states);
        }
        return new Reply(200, held(runs, runId));
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private static ObjectNode held(Map<String, ObjectNode> nodes, String id) {
        return Objects.requireNonNull(nodes.get(id), () -> "nothing of id " + id);
    }

    private static String segment(String path, int index) {
        return URLDecoder.decode(path.split("/", -1)[index], StandardCharsets.UTF_8);
    }
}
