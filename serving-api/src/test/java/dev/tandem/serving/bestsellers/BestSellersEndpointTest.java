package dev.tandem.serving.bestsellers;

import static dev.tandem.serving.RunningApi.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import dev.tandem.serving.ranking.Lists;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BestSellersEndpointTest {
    private static final String PATH = "/v1/best-sellers";

    private final RunningApi api = new RunningApi();

    @BeforeEach
    void build() {
        api.bestSellers.put(SHOP, "*", Lists.of("best-1", "top", 30));
        api.bestSellers.put(SHOP, "Küche & Co", Lists.of("best-1", "pot", 3));
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
                        {"category":"*","recommendation_id":"%s","source":"best_sellers","model_version":"best-1",\
                        "events_until":"2026-01-02T00:00:00Z","generated_at":"2026-01-02T00:10:00Z","cursor":"%s",\
                        "items":[%s]}"""
                                .formatted(
                                        answer.text("recommendation_id"),
                                        answer.text("cursor"),
                                        Lists.encoded("top", 1)));
        assertThat(answer.header("Cache-Control")).isEqualTo("private, max-age=30");
        assertThat(answer.header("Vary")).contains("Tandem-Tenant");
    }

    @Test
    void aCategoryHasItsOwnList() {
        JsonNode answer = api.get(PATH + "?category=K%C3%BCche+%26%20Co").json();

        assertThat(answer.path("category").asText()).isEqualTo("Küche & Co");
        assertThat(answer.path("items").path(0).path("item_id").asText()).isEqualTo("pot-1");
    }

    @Test
    void aCategoryWithoutSalesHasAnEmptyListAndIsNoError() {
        Answer answer = api.get(PATH + "?category=Scarves");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("source").asText()).isEqualTo("none");
        assertThat(answer.json().path("items")).isEmpty();
    }

    @Test
    void itemsOutOfStockAndExcludedOnesAreLeftOut() {
        api.stock.put(SHOP, "pot-1");

        assertThat(ids(api.get(PATH + "?category=K%C3%BCche+%26%20Co&exclude=pot-3")))
                .containsExactly("pot-2");
        assertThat(ids(api.get(PATH + "?category=K%C3%BCche+%26%20Co&in_stock=false")))
                .containsExactly("pot-1", "pot-2", "pot-3");
    }

    @Test
    void pagesEndWithTheListAndExpireWithIt() {
        Answer first = api.get(PATH + "?limit=20");
        Answer second = api.get(PATH + "?limit=20&cursor=" + first.text("cursor"));

        assertThat(ids(second)).hasSize(10).startsWith("top-21");
        assertThat(second.json().path("cursor").isNull()).isTrue();

        api.bestSellers.put(SHOP, "*", Lists.madeAt(Lists.GENERATED_AT.plusSeconds(1), Lists.of("best-2", "top", 30)));
        assertThat(api.get(PATH + "?cursor=" + first.text("cursor")).status()).isEqualTo(410);
    }

    @Test
    void aTenantNeverSeesAnothersLists() {
        api.tenants.put(new TenantId("store"));

        assertThat(api.get(PATH, "Tandem-Tenant", "store").json().path("source").asText())
                .isEqualTo("none");
    }

    @Test
    void whenTheStoreFailsAListInMemoryStandsIn() {
        JsonNode before = api.get(PATH).json();

        api.availability.down();

        assertThat(api.get(PATH).json().path("items")).isEqualTo(before.path("items"));
        assertThat(api.get(PATH + "?category=Scarves").status()).isEqualTo(503);
    }

    @Test
    void aCategoryHasAtMostTwoHundredCharacters() {
        Answer answer = api.get(PATH + "?category=" + "x".repeat(201));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").path("details").path("field").asText())
                .isEqualTo("category");
    }

    private static List<String> ids(Answer answer) {
        return answer.json().path("items").findValuesAsText("item_id");
    }
}
