package dev.tandem.local.launcher.smoke;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tandem.local.launcher.smoke.ApiClient.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** What somebody whom no model knows looks at changes the next answer: over HTTP, Kafka and the stream into Cassandra. */
final class LiveCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final int VIEWS = 3;

    private final ApiClient api;
    private final String user = "smoke-" + UUID.randomUUID();
    private final String history = "/v1/users/" + user + "/history";

    LiveCheck(ApiClient api) {
        this.api = api;
    }

    List<Expectation> expectations() throws InterruptedException {
        List<String> items =
                api.get("/v1/best-sellers?limit=" + VIEWS).body().path("items").findValuesAsText("item_id");
        Answer taken = api.post("/v1/events", views(items));
        Instant begin = Instant.now();
        return List.of(
                expectation(
                        "views are in the history of their user",
                        taken.status() == 202 && items.size() == VIEWS,
                        begin,
                        history,
                        answer -> items(answer).size() == VIEWS && items(answer).containsAll(items)),
                expectation(
                        "views change what is recommended",
                        true,
                        begin,
                        "/v1/users/" + user + "/recommendations",
                        answer -> answer.text("source").equals("live")),
                whatIsTakenOutIsGone(items));
    }

    private ArrayNode views(List<String> items) {
        ArrayNode views = JsonNodeFactory.instance.arrayNode();
        items.forEach(item ->
                views.addObject().put("type", "view").put("user_id", user).put("item_id", item));
        return views;
    }

    /** Asks until the answer is as expected, or for as long as anybody would wait. */
    private Expectation expectation(
            String name, boolean isPossible, Instant begin, String path, Predicate<Answer> expected)
            throws InterruptedException {
        Answer answer = api.get(path);
        while (!expected.test(answer) && Instant.now().isBefore(begin.plus(PATIENCE))) {
            Thread.sleep(LOOK.toMillis());
            answer = api.get(path);
        }
        return new Expectation(
                name,
                isPossible && expected.test(answer),
                "%d items, %s after %.1f s"
                        .formatted(
                                items(answer).size(),
                                answer.text("source"),
                                Duration.between(begin, Instant.now()).toMillis() / 1e3));
    }

    private Expectation whatIsTakenOutIsGone(List<String> items) throws InterruptedException {
        String item = items.isEmpty() ? "" : items.get(0);
        Answer taken = api.delete(history + "/" + ApiClient.encoded(item));
        List<String> left = items(api.get(history));
        return new Expectation(
                "what is taken out of a history is gone",
                taken.status() == 204 && !left.contains(item) && left.size() == items.size() - 1,
                "%d: %d left".formatted(taken.status(), left.size()));
    }

    private static List<String> items(Answer answer) {
        return answer.body().path("items").findValuesAsText("item_id");
    }
}
