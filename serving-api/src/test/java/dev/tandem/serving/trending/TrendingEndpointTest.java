package dev.tandem.serving.trending;

import static dev.tandem.serving.RunningApi.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import dev.tandem.serving.ranking.Lists;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrendingEndpointTest {
    private static final String PATH = "/v1/trending";

    private final RunningApi api = new RunningApi();

    @BeforeEach
    void publish() {
        api.trending.put(SHOP, "*", Lists.withoutModel(Lists.ofItems("", "hot-1:Hats", "hot-2:Tea", "top-1:Tea")));
        api.trending.put(SHOP, "Hats", Lists.withoutModel(Lists.ofItems("", "hot-1:Hats")));
        api.bestSellers.put(SHOP, "*", Lists.ofItems("best-1", "top-1:Tea", "top-2:Hats"));
        api.bestSellers.put(SHOP, "Hats", Lists.ofItems("best-1", "top-2:Hats"));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void withoutACategoryTheListIsOverAllOfThem() {
        Answer answer = api.get(PATH + "?limit=1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .isEqualTo(
                        """
                        {"category":"*","recommendation_id":"%s","source":"trending","model_version":null,\
                        "events_until":"2026-01-02T00:00:00Z","generated_at":"2026-01-02T00:10:00Z","cursor":"%s",\
                        "items":[{"item_id":"hot-1","score":1,"name":"hot-1","category":"Hats"}]}"""
                                .formatted(answer.text("recommendation_id"), answer.text("cursor")));
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
    }

    @Test
    void bestSellersOfTheCategoryFillItUpAndNameTheirSource() {
        Answer answer = api.get(PATH + "?category=Hats");

        assertThat(answer.text("source")).isEqualTo("trending");
        assertThat(ids(answer)).containsExactly("hot-1", "top-2");
        assertThat(answer.json().path("items").findValuesAsText("source")).containsExactly("best_sellers");
    }

    @Test
    void whereNothingTrendsTheAnswerHasBestSellersAndSaysSo() {
        api.bestSellers.put(SHOP, "Pots", Lists.ofItems("best-1", "pot-1:Pots"));

        Answer answer = api.get(PATH + "?category=Pots");

        assertThat(answer.text("source")).isEqualTo("best_sellers");
        assertThat(answer.text("model_version")).isEqualTo("best-1");
        assertThat(ids(answer)).containsExactly("pot-1");
    }

    @Test
    void whereNothingIsKnownTheListIsEmptyAndNoError() {
        Answer answer = api.get(PATH + "?category=Scarves");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("source")).isEqualTo("none");
        assertThat(ids(answer)).isEmpty();
    }

    @Test
    void filtersHoldForTrendingItemsAndForWhatFillsUp() {
        api.stock.put(SHOP, "hot-2");

        assertThat(ids(api.get(PATH + "?exclude=hot-1"))).containsExactly("top-1", "top-2");
        assertThat(ids(api.get(PATH + "?exclude=top-1&in_stock=false"))).containsExactly("hot-1", "hot-2", "top-2");
    }

    @Test
    void pagesGoOnIntoBestSellersAndExpireWithTheTrend() {
        Answer first = api.get(PATH + "?limit=2");
        Answer second = api.get(PATH + "?limit=2&cursor=" + first.text("cursor"));

        assertThat(ids(first)).containsExactly("hot-1", "hot-2");
        assertThat(ids(second)).containsExactly("top-1", "top-2");

        api.trending.put(
                SHOP, "*", Lists.madeAt(Lists.GENERATED_AT.plusSeconds(1), Lists.withoutModel(Lists.of("", "hot", 3))));
        assertThat(api.get(PATH + "?cursor=" + first.text("cursor")).status()).isEqualTo(410);
    }

    @Test
    void aTenantNeverSeesAnothersTrends() {
        api.tenants.put(new TenantId("store"));

        assertThat(api.get(PATH, "Tandem-Tenant", "store").text("source")).isEqualTo("none");
    }

    @Test
    void whenTheStoreFailsTheListInMemoryStandsIn() {
        List<String> before = ids(api.get(PATH));

        api.availability.down();

        assertThat(ids(api.get(PATH))).isEqualTo(before);
        assertThat(api.get(PATH + "?category=Tea").status()).isEqualTo(503);
    }

    private static List<String> ids(Answer answer) {
        return answer.json().path("items").findValuesAsText("item_id");
    }
}
