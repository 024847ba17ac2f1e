package dev.tandem.local.launcher.smoke;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.local.launcher.smoke.ApiClient.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** What somebody is unhappy with is answered with an offer: over HTTP, Kafka and the stream, which says so in Cassandra. */
final class FeedbackCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(50);
    /** The broker has the offer, whatever became of it since. */
    private static final Set<String> DELIVERED = Set.of("delivered", "acknowledged", "undeliverable");

    private final ApiClient api;
    private final String user;
    private final String id = "smoke-" + UUID.randomUUID();

    /**
     * @param user whom the shop knows
     */
    FeedbackCheck(ApiClient api, String user) {
        this.api = api;
        this.user = user;
    }

    Expectation expectation() throws InterruptedException {
        Answer taken = api.post("/v1/feedback", feedback());
        Instant begin = Instant.now();
        String path = "/v1/feedback/" + ApiClient.encoded(id);
        Answer answer = api.get(path);
        while (!isDelivered(answer) && Instant.now().isBefore(begin.plus(PATIENCE))) {
            Thread.sleep(LOOK.toMillis());
            answer = api.get(path);
        }
        return new Expectation(
                "a bad rating is answered with an offer",
                taken.status() == 201
                        && isDelivered(answer)
                        && answer.body().path("offer").isObject(),
                "%d, %s after %.1f s: %s"
                        .formatted(
                                taken.status(),
                                answer.text("state"),
                                Duration.between(begin, Instant.now()).toMillis() / 1e3,
                                words(answer.body().path("offer"))));
    }

    private ObjectNode feedback() throws InterruptedException {
        String item = api.get("/v1/best-sellers?limit=1")
                .body()
                .path("items")
                .path(0)
                .path("item_id")
                .asText("");
        return JsonNodeFactory.instance
                .objectNode()
                .put("feedback_id", id)
                .put("user_id", user)
                .put("item_id", item)
                .put("score", 1)
                .put("text", "It broke on the first day.");
    }

    private static boolean isDelivered(Answer answer) {
        return DELIVERED.contains(answer.text("state"));
    }

    /** What the offer gives, in a few words. */
    private static String words(JsonNode offer) {
        return offer.path("discount")
                .path("name")
                .asText(offer.path("goodwill_name").asText("no offer"));
    }
}
