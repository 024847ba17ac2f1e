package dev.tandem.airflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.tandem.airflow.AirflowHttp.Answer;
import dev.tandem.core.failure.TandemException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A user of Airflow 3, over its REST API. Every method blocks for at most a few times the configured time-out, and throws a
 * TandemException that says what to do: DEPENDENCY where Airflow does not answer, CONFIGURATION where it does not let this
 * user in, INPUT where it cannot use what it was asked. Safe for use by many threads.
 */
public final class AirflowClient {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final String DAGS = "/api/v2/dags";
    private static final int MAX_DAGS = 100;
    private static final String ALL_DAGS = "~";

    private final AirflowSettings settings;
    private final JsonMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();
    private final AirflowHttp http;
    private final AirflowRefusal refusal;
    private volatile @Nullable String token;

    public AirflowClient(AirflowSettings settings) {
        this.settings = settings;
        this.http = new AirflowHttp(settings, json);
        this.refusal = new AirflowRefusal(settings);
    }

    /** Makes the run that is asked for, or finds it made before. A run of a paused DAG stays queued. */
    public Triggered trigger(RunRequest request) {
        Map<String, Object> body = new HashMap<>();
        body.put("dag_run_id", request.runId());
        // Must be there and may be null: see RunRequest on what a logical date would bring.
        body.put("logical_date", null);
        body.put("conf", request.conf());
        body.put("note", "Asked for over Tandem");
        String what = "a run of DAG " + request.dagId();
        Answer answer = authorized(headers -> http.post(runsOf(request.dagId()), headers, body));
        return switch (answer.status()) {
            case OK -> new Triggered(read(answer, answer.body(), DagRun.class, what), true);
            case NOT_FOUND -> throw unknownDag(request.dagId());
            // A run without a logical date can only be in the way of one with the same id.
            case CONFLICT ->
                new Triggered(
                        find(request.dagId(), request.runId()).orElseThrow(() -> refusal.of(answer, what)), false);
            default -> throw refusal.of(answer, what);
        };
    }

    /** A run as it stands now, or empty where the DAG has none of this id. */
    public Optional<DagRun> find(String dagId, String runId) {
        String what = "run %s of DAG %s".formatted(runId, dagId);
        Answer answer = authorized(headers -> http.get(runsOf(dagId) + "/" + encoded(runId), headers));
        return answer.status() == NOT_FOUND
                ? Optional.empty()
                : Optional.of(read(successful(answer, what), answer.body(), DagRun.class, what));
    }

    /** The runs of this id, whichever DAG they are of. */
    public List<DagRun> findInAllDags(String runId) {
        // The pattern has wildcards and the id may have some of them, so what comes is looked at once more.
        String path = runsOf(ALL_DAGS) + "?run_id_pattern=" + encoded(runId);
        return list(path, "dag_runs", DagRun.class, "run " + runId).stream()
                .filter(run -> run.id().equals(runId))
                .toList();
    }

    /** The tasks of a run. */
    public List<TaskState> tasks(DagRun run) {
        String path = runsOf(run.dagId()) + "/" + encoded(run.id()) + "/taskInstances";
        return list(path, "task_instances", TaskState.class, "the tasks of run " + run.id());
    }

    /** The newest runs of all DAGs, the newest first. */
    public List<DagRun> newestRuns(int limit) {
        return newestRuns(ALL_DAGS, limit);
    }

    /** The newest runs of a DAG, the newest first. */
    public List<DagRun> newestRuns(String dagId, int limit) {
        Answer answer = authorized(headers -> http.get(runsOf(dagId) + "?order_by=-run_after&limit=" + limit, headers));
        if (answer.status() == NOT_FOUND) {
            throw unknownDag(dagId);
        }
        return elements(answer, "dag_runs", DagRun.class, "the runs of DAG " + dagId);
    }

    /** The first hundred DAGs. */
    public List<Dag> dags() {
        return list(DAGS + "?order_by=dag_id&limit=" + MAX_DAGS, "dags", Dag.class, "the list of DAGs");
    }

    /** A DAG, or an INPUT failure that lists those that there are. */
    public Dag dag(String dagId) {
        Answer answer = authorized(headers -> http.get(DAGS + "/" + encoded(dagId), headers));
        if (answer.status() == NOT_FOUND) {
            throw unknownDag(dagId);
        }
        String what = "DAG " + dagId;
        return read(successful(answer, what), answer.body(), Dag.class, what);
    }

    /** The page on which a person sees a run. */
    public String page(DagRun run) {
        return "%s/dags/%s/runs/%s".formatted(settings.url(), encoded(run.dagId()), encoded(run.id()));
    }

    private TandemException unknownDag(String dagId) {
        String known = dags().stream().map(Dag::id).collect(Collectors.joining(", "));
        return TandemException.invalid(
                "dag", dagId, known.isEmpty() ? "none: Airflow has read no DAG yet; put dags/ into its folder" : known);
    }

    /** Sends with the token at hand, and once more with a new one where that has run out. */
    private Answer authorized(Function<Map<String, String>, Answer> send) {
        String held = token;
        if (held != null) {
            Answer answer = send.apply(bearer(held));
            if (answer.status() != UNAUTHORIZED) {
                return answer;
            }
        }
        String fresh = logIn();
        token = fresh;
        return send.apply(bearer(fresh));
    }

    private String logIn() {
        Map<String, String> credentials = Map.of(
                "username", settings.user(), "password", settings.password().reveal());
        Answer answer = http.post("/auth/token", Map.of(), credentials);
        if (answer.status() != CREATED) {
            throw refusal.ofLogin(answer);
        }
        String given = answer.body().path("access_token").asText("");
        if (given.isEmpty()) {
            throw refusal.unreadable(answer, "a login");
        }
        return given;
    }

    private <T> List<T> list(String path, String field, Class<T> type, String what) {
        return elements(authorized(headers -> http.get(path, headers)), field, type, what);
    }

    private <T> List<T> elements(Answer answer, String field, Class<T> type, String what) {
        JsonNode array = successful(answer, what).body().path(field);
        if (!array.isArray()) {
            throw refusal.unreadable(answer, what);
        }
        List<T> elements = new ArrayList<>();
        for (JsonNode element : array) {
            elements.add(read(answer, element, type, what));
        }
        return elements;
    }

    private Answer successful(Answer answer, String what) {
        if (answer.status() != OK) {
            throw refusal.of(answer, what);
        }
        return answer;
    }

    private <T> T read(Answer answer, JsonNode node, Class<T> type, String what) {
        try {
            return json.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            TandemException unreadable = refusal.unreadable(answer, what);
            unreadable.addSuppressed(e);
            throw unreadable;
        }
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private static String runsOf(String dagId) {
        return DAGS + "/" + encoded(dagId) + "/dagRuns";
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
