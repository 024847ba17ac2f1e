package dev.tandem.local.launcher.demo;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Requests to begin with, as curl lines with what they answer. */
final class ThingsToTry {
    private static final int MAX_LENGTH = 300;
    /** The offer stands at the end of it. */
    private static final int MAX_LENGTH_OF_STATE = 1_200;

    private static final String BEST_SELLERS = "/v1/best-sellers?limit=3";
    private static final String EVENTS = "/v1/events";
    private static final String FEEDBACK = "/v1/feedback";
    private static final Pattern DELIVERED = Pattern.compile("\"state\":\"(delivered|acknowledged|undeliverable)\"");
    private static final Pattern ITEM_ID = Pattern.compile("\"item_id\"\\s*:\\s*\"([^\"]+)\"");
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
        lines.addAll(linesOfViews());
        lines.addAll(linesOfFeedback(user));
        return lines;
    }

    /** A bad rating, and the offer that answers it. */
    private List<String> linesOfFeedback(String user) throws InterruptedException {
        String item = itemsOf(BEST_SELLERS).stream().findFirst().orElse("");
        String feedback =
                "{\"feedback_id\":\"demo-1\",\"user_id\":\"%s\",\"item_id\":\"%s\",\"score\":2,\"text\":\"It broke.\",\"rated_at\":\"%s\"}"
                        .formatted(user, item, Instant.now().truncatedTo(ChronoUnit.SECONDS));
        String state = FEEDBACK + "/demo-1";
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("  curl -H 'Content-Type: application/json' -d '%s' %s".formatted(feedback, api.resolve(FEEDBACK)));
        lines.add("    " + shortened(post(FEEDBACK, feedback).body()));
        Instant end = Instant.now().plus(PATIENCE);
        while (!DELIVERED.matcher(get(state).body()).find() && Instant.now().isBefore(end)) {
            Thread.sleep(LOOK_MILLIS);
        }
        lines.add("");
        lines.add("  curl '" + api.resolve(state) + "'");
        lines.add("    " + shortened(get(state).body(), MAX_LENGTH_OF_STATE));
        return lines;
    }

    /** Views of somebody who is new, and what the history knows of them; the first batch of a new streaming job takes its time. */
    private List<String> linesOfViews() throws InterruptedException {
        String views = itemsOf(BEST_SELLERS).stream()
                .map(item -> "{\"type\":\"view\",\"user_id\":\"somebody-new\",\"item_id\":\"%s\"}".formatted(item))
                .collect(Collectors.joining(",", "[", "]"));
        String history = "/v1/users/somebody-new/history";
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("  curl -H 'Content-Type: application/json' -d '%s' %s".formatted(views, api.resolve(EVENTS)));
        lines.add("    " + shortened(post(EVENTS, views).body()));
        Instant end = Instant.now().plus(PATIENCE);
        while (itemsOf(history).isEmpty() && Instant.now().isBefore(end)) {
            Thread.sleep(LOOK_MILLIS);
        }
        lines.add("");
        lines.add("  curl '" + api.resolve(history) + "'");
        lines.add("    " + answer(history));
        return lines;
    }

    private List<String> itemsOf(String path) throws InterruptedException {
        return ITEM_ID.matcher(get(path).body())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private String answer(String path) throws InterruptedException {
        return shortened(get(path).body());
    }

    private static String shortened(String answer) {
        return shortened(answer, MAX_LENGTH);
    }

    private static String shortened(String answer, int maxLength) {
        String body = answer.replaceAll("\\s*\\n\\s*", " ");
        return body.length() > maxLength ? body.substring(0, maxLength) + " …" : body;
    }

    private HttpResponse<String> get(String path) throws InterruptedException {
        return send(HttpRequest.newBuilder(api.resolve(path)).build());
    }

    private HttpResponse<String> post(String path, String json) throws InterruptedException {
        return send(HttpRequest.newBuilder(api.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new TandemException(FailureKind.DEPENDENCY, "The API does not answer at " + api, e);
        }
    }
}
