package dev.tandem.serving.recommendation;

import static dev.tandem.serving.RunningApi.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import dev.tandem.serving.bestsellers.BestSellerStore;
import dev.tandem.serving.published.ListKind;
import dev.tandem.serving.ranking.Lists;
import dev.tandem.serving.ranking.RankedList;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecommendationEndpointTest {
    private static final String OF_ANNA = "/v1/users/anna/recommendations";
    private static final ModelVersion FIRST = new ModelVersion("als-1");
    private static final ModelVersion SECOND = new ModelVersion("als-2");

    private final RunningApi api = new RunningApi();

    @BeforeEach
    void publish() {
        api.lists.activate(SHOP, FIRST);
        api.lists.put(SHOP, FIRST, ListKind.NEW_FOR_YOU, "anna", Lists.of("als-1", "hat", 50));
        api.bestSellers.put(SHOP, BestSellerStore.ALL_CATEGORIES, Lists.of("best-1", "top", 30));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aUserOfTheModelGetsItsListAndWhereItCameFrom() {
        Answer answer = api.get(OF_ANNA + "?limit=2");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .isEqualTo(
                        """
                        {"user_id":"anna","recommendation_id":"%s","source":"model","model_version":"als-1",\
                        "events_until":"2026-01-02T00:00:00Z","generated_at":"2026-01-02T00:10:00Z","cursor":"%s",\
                        "items":[%s]}"""
                                .formatted(
                                        answer.text("recommendation_id"),
                                        answer.text("cursor"),
                                        Lists.encoded("hat", 2)));
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(answer.headers().map()).doesNotContainKey("server");
    }

    @Test
    void withoutALimitTenItemsAreListed() {
        assertThat(items(api.get(OF_ANNA))).hasSize(10);
    }

    @Test
    void aListMayBeShorterThanTheLimit() {
        assertThat(items(api.get(OF_ANNA + "?limit=100"))).hasSize(50 + 30);
    }

    @Test
    void everyAnswerHasAnIdOfItsOwn() {
        String id = api.get(OF_ANNA).text("recommendation_id");

        assertThat(id).matches("[\\w-]{16}").isNotEqualTo(api.get(OF_ANNA).text("recommendation_id"));
    }

    @Test
    void anUnknownUserGetsBestSellers() {
        JsonNode answer = api.get("/v1/users/nobody/recommendations").json();

        assertThat(answer.path("source").asText()).isEqualTo("best_sellers");
        assertThat(answer.path("model_version").asText()).isEqualTo("best-1");
        assertThat(answer.path("items").path(0).path("item_id").asText()).isEqualTo("top-1");
    }

    @Test
    void aUserForWhomTheModelHasAnEmptyListGetsBestSellers() {
        api.lists.put(SHOP, FIRST, ListKind.NEW_FOR_YOU, "anna", new RankedList(new byte[0], "als-1", null, null));

        assertThat(api.get(OF_ANNA).json().path("source").asText()).isEqualTo("best_sellers");
    }

    @Test
    void beforeTheFirstPublicationEverybodyGetsBestSellers() {
        try (RunningApi fresh = new RunningApi()) {
            fresh.bestSellers.put(SHOP, BestSellerStore.ALL_CATEGORIES, Lists.of("best-1", "top", 3));

            assertThat(fresh.get(OF_ANNA).json().path("source").asText()).isEqualTo("best_sellers");
        }
    }

    @Test
    void whereNothingIsKnownTheListIsEmpty() {
        try (RunningApi fresh = new RunningApi()) {
            Answer answer = fresh.get(OF_ANNA);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text())
                    .isEqualTo(
                            """
                            {"user_id":"anna","recommendation_id":"%s","source":"none","model_version":null,\
                            "events_until":null,"generated_at":null,"cursor":null,"items":[]}"""
                                    .formatted(answer.text("recommendation_id")));
        }
    }

    @Test
    void aSwitchOfModelsTakesEffectWithoutARestart() {
        api.lists.put(SHOP, SECOND, ListKind.NEW_FOR_YOU, "anna", Lists.of("als-2", "scarf", 5));
        assertThat(api.get(OF_ANNA).json().path("model_version").asText()).isEqualTo("als-1");

        api.lists.activate(SHOP, SECOND);

        assertThat(api.get(OF_ANNA).json().path("model_version").asText()).isEqualTo("als-2");
    }

    @Test
    void aTenantNeverSeesAnothersLists() {
        api.tenants.put(new TenantId("store"));

        Answer answer = api.get(OF_ANNA, "Tandem-Tenant", "store");

        assertThat(answer.json().path("source").asText()).isEqualTo("none");
    }

    @Test
    void anIdMayHaveASlashAPercentSignAndLettersOfAnyAlphabet() {
        api.lists.put(SHOP, FIRST, ListKind.NEW_FOR_YOU, "a/b%2Fé+ \"x\"", Lists.of("als-1", "odd", 1));

        JsonNode answer =
                api.get("/v1/users/a%2Fb%252F%C3%A9+%20%22x%22/recommendations").json();

        assertThat(answer.path("source").asText()).isEqualTo("model");
        assertThat(answer.path("user_id").asText()).isEqualTo("a/b%2Fé+ \"x\"");
    }

    @Test
    void whenTheStoreFailsTheBestSellersInMemoryStandIn() {
        assertThat(api.get(OF_ANNA).json().path("source").asText()).isEqualTo("model");

        api.availability.down();

        assertThat(api.get(OF_ANNA).json().path("source").asText()).isEqualTo("best_sellers");
    }

    @Test
    void whenTheStoreFallsSilentTheBestSellersInMemoryStandInAfterABoundedTime() {
        assertThat(api.get(OF_ANNA).json().path("source").asText()).isEqualTo("model");

        api.availability.silent();
        Instant begin = Instant.now();
        Answer answer = api.get(OF_ANNA);

        assertThat(answer.json().path("source").asText()).isEqualTo("best_sellers");
        assertThat(Duration.between(begin, Instant.now())).isLessThan(RunningApi.TIMEOUT.multipliedBy(8));
    }

    @Test
    void whenTheStoreFailsAndNothingIsInMemoryTheCallerMayTryAgain() {
        api.availability.down();

        Answer answer = api.get(OF_ANNA);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.json().path("error").path("code").asText()).isEqualTo("store_unavailable");
    }

    @Test
    void whenTheStoreFallsSilentAndNothingIsInMemoryTheCallerMayTryAgain() {
        api.availability.silent();

        assertThat(api.get(OF_ANNA).status()).isEqualTo(503);
    }

    @Test
    void afterAFailureOfTheStoreTheModelsListsAreBack() {
        api.availability.down();
        assertThat(api.get(OF_ANNA).status()).isEqualTo(503);

        api.availability.up();

        assertThat(api.get(OF_ANNA).json().path("source").asText()).isEqualTo("model");
    }

    private static JsonNode items(Answer answer) {
        return answer.json().path("items");
    }
}
