package dev.tandem.local.launcher.smoke;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.local.launcher.smoke.ApiClient.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** The questions that a storefront asks first, and what a healthy stack answers. */
public final class SmokeCheck {
    private static final String UNKNOWN_USER = "nobody-has-this-id";

    private final ApiClient api;
    private final String knownUser;

    /**
     * @param knownUser a user with orders, whom the active model must know
     */
    public SmokeCheck(ApiClient api, String knownUser) {
        this.api = api;
        this.knownUser = knownUser;
    }

    /** Asks everything, then hands on each expectation; returns whether all held. */
    public boolean run(Consumer<Expectation> report) throws InterruptedException {
        List<Expectation> expectations = new ArrayList<>(List.of(
                status("the process lives", "/health/live", 200),
                nothingIsMissing(),
                list("a known user gets the model's list", recommendations(knownUser), "model", 10),
                list(
                        "an unknown user gets what trends or sells best",
                        recommendations(UNKNOWN_USER),
                        "trending|best_sellers",
                        10),
                list("best sellers are listed", "/v1/best-sellers?limit=5", "best_sellers", 5),
                categoryOfARecommendedItemHasBestSellers(),
                recommendedItemIsKnown(),
                filtersHold(),
                aSecondPageRepeatsNothing(),
                aboutARecommendedItem("similar items are answered", "similar"),
                aboutARecommendedItem("bought together is answered", "bought-together"),
                status("buy again is answered", "/v1/users/" + knownUser + "/buy-again", 200),
                status("the API has metrics", "/metrics", 200),
                status("a limit of 0 is refused", recommendations(knownUser) + "?limit=0", 400),
                status("an unknown item is not found", "/v1/items/nothing-has-this-id", 404),
                status("the API describes itself", "/openapi.yaml", 200)));
        expectations.addAll(new LiveCheck(api).expectations());
        expectations.add(new FeedbackCheck(api, knownUser).expectation());
        expectations.forEach(report);
        return expectations.stream().allMatch(Expectation::held);
    }

    private static String recommendations(String user) {
        return "/v1/users/" + user + "/recommendations";
    }

    private Expectation status(String name, String path, int expected) throws InterruptedException {
        Answer answer = api.get(path);
        String seen = "GET %s: %d".formatted(path, answer.status());
        boolean held = answer.status() == expected;
        return new Expectation(name, held, held ? seen : seen + " " + answer.body());
    }

    private Expectation nothingIsMissing() throws InterruptedException {
        Answer answer = api.get("/health/ready");
        String status = answer.text("status");
        return new Expectation(
                "nothing is missing",
                status.equals("ready"),
                "GET /health/ready: %s %s".formatted(status, answer.body().path("missing")));
    }

    private Expectation list(String name, String path, String sources, int size) throws InterruptedException {
        Answer answer = api.get(path);
        int found = answer.body().path("items").size();
        boolean held = answer.status() == 200 && answer.text("source").matches(sources) && found == size;
        return new Expectation(
                name,
                held,
                "GET %s: %d, source %s, %d items, %s"
                        .formatted(path, answer.status(), answer.text("source"), found, answer.text("model_version")));
    }

    private Expectation filtersHold() throws InterruptedException {
        JsonNode first = firstRecommendation();
        String category = first.path("category").asText("");
        String excluded = first.path("item_id").asText("");
        JsonNode items = api.get(recommendations(knownUser) + "?category=" + ApiClient.encoded(category) + "&exclude="
                        + ApiClient.encoded(excluded))
                .body()
                .path("items");
        boolean held = !items.isEmpty()
                && items.findValuesAsText("category").stream().allMatch(category::equals)
                && !items.findValuesAsText("item_id").contains(excluded);
        return new Expectation(
                "filters hold", held, "%s without %s: %d items".formatted(category, excluded, items.size()));
    }

    private Expectation aSecondPageRepeatsNothing() throws InterruptedException {
        Answer first = api.get(recommendations(knownUser));
        Answer second = api.get(recommendations(knownUser) + "?cursor=" + first.text("cursor"));
        List<String> shown = first.body().path("items").findValuesAsText("item_id");
        List<String> next = second.body().path("items").findValuesAsText("item_id");
        boolean held = second.status() == 200 && !next.isEmpty() && Collections.disjoint(shown, next);
        return new Expectation(
                "a second page repeats nothing", held, "%d: %d items".formatted(second.status(), next.size()));
    }

    private Expectation aboutARecommendedItem(String name, String relation) throws InterruptedException {
        return status(
                name,
                "/v1/items/%s/%s"
                        .formatted(
                                ApiClient.encoded(
                                        firstRecommendation().path("item_id").asText("")),
                                relation),
                200);
    }

    private JsonNode firstRecommendation() throws InterruptedException {
        return api.get(recommendations(knownUser)).body().path("items").path(0);
    }

    private Expectation categoryOfARecommendedItemHasBestSellers() throws InterruptedException {
        String category = firstRecommendation().path("category").asText("");
        Answer answer = api.get("/v1/best-sellers?category=" + ApiClient.encoded(category));
        boolean held = answer.status() == 200 && !answer.body().path("items").isEmpty();
        return new Expectation(
                "a category has best sellers of its own",
                held,
                "category %s: %d items"
                        .formatted(category, answer.body().path("items").size()));
    }

    private Expectation recommendedItemIsKnown() throws InterruptedException {
        String item = firstRecommendation().path("item_id").asText("");
        Answer answer = api.get("/v1/items/" + ApiClient.encoded(item));
        boolean held = answer.status() == 200 && answer.text("item_id").equals(item);
        return new Expectation("a recommended item is known", held, "%s: %s".formatted(item, answer.text("name")));
    }
}
