package dev.tandem.serving.basket;

import static dev.tandem.serving.RunningApi.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import dev.tandem.serving.foldin.SmallModels;
import dev.tandem.serving.ranking.Lists;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BasketEndpointTest {
    private static final String PATH = "/v1/recommendations/basket";
    private static final ModelVersion FIRST = new ModelVersion("als-1");
    private static final ModelVersion SECOND = new ModelVersion("als-2");

    private final RunningApi api = new RunningApi();

    @BeforeEach
    void publish() {
        api.models.put(SmallModels.twoTastes(SHOP, FIRST));
        api.lists.activate(SHOP, FIRST);
        api.bestSellers.put(SHOP, "*", Lists.ofItems("best-1", "candle-1:Candles", "top-1:Tea"));
        api.bestSellers.put(SHOP, "Lamps", Lists.ofItems("best-1", "top-2:Lamps"));
        api.trending.put(SHOP, "*", Lists.withoutModel(Lists.ofItems("", "hot-1:Tea")));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aBasketGetsWhatGoesWithItWithoutItsOwnItems() {
        Answer answer = ask("?limit=2", "{\"items\":[\"candle-1\"]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
        JsonNode body = answer.json();
        assertThat(body.fieldNames())
                .toIterable()
                .containsExactly(
                        "unknown_items",
                        "recommendation_id",
                        "source",
                        "model_version",
                        "events_until",
                        "generated_at",
                        "cursor",
                        "items");
        assertThat(body.path("unknown_items")).isEmpty();
        assertThat(answer.text("source")).isEqualTo("basket");
        assertThat(answer.text("model_version")).isEqualTo("als-1");
        assertThat(answer.text("events_until")).isEqualTo("2026-01-01T23:00:00Z");
        assertThat(ids(answer)).containsExactly("candle-2", "candle-3");
    }

    @Test
    void whatWasViewedCountsLessThanTheBasketAndMayBeListed() {
        assertThat(ids(ask("?limit=1", "{\"items\":[\"candle-1\"],\"viewed\":[\"lamp-1\"]}")))
                .containsExactly("candle-2");
        assertThat(ids(ask("?limit=2", "{\"viewed\":[\"lamp-1\"]}"))).containsExactly("lamp-1", "lamp-2");
    }

    @Test
    void bestSellersFillUpAndAreNotOfTheBasketEither() {
        Answer answer = ask("?limit=10", "{\"items\":[\"candle-1\"]}");

        assertThat(ids(answer)).doesNotContain("candle-1").endsWith("top-1");
        assertThat(answer.json().path("items").findValuesAsText("source")).containsExactly("best_sellers");
    }

    @Test
    void unknownItemsAreIgnoredAndNamed() {
        Answer answer = ask("?limit=1", "{\"items\":[\"new-1\",\"candle-1\",\"new-1\"],\"viewed\":[\"new-2\"]}");

        assertThat(answer.text("source")).isEqualTo("basket");
        assertThat(answer.json().path("unknown_items"))
                .extracting(JsonNode::asText)
                .containsExactly("new-1", "new-2");
    }

    @Test
    void whereTheModelKnowsNothingOfTheBasketWhatTrendsStandsIn() {
        Answer answer = ask("", "{\"items\":[\"hot-1\",\"new-1\"]}");

        assertThat(answer.text("source")).isEqualTo("best_sellers");
        assertThat(ids(answer)).containsExactly("candle-1", "top-1");
        assertThat(ask("", "{\"items\":[\"new-1\"]}").text("source")).isEqualTo("trending");
    }

    @Test
    void anEmptyBasketGetsWhatTrends() {
        assertThat(ask("", "{}").text("source")).isEqualTo("trending");
        assertThat(ask("", "{\"items\":[]}").text("source")).isEqualTo("trending");
    }

    @Test
    void beforeTheFirstPublicationAllItemsAreUnknown() {
        TenantId store = new TenantId("store");
        api.tenants.put(store);

        Answer answer = api.post(
                PATH, "{\"items\":[\"candle-1\"]}", "Content-Type", "application/json", "Tandem-Tenant", "store");

        assertThat(answer.text("source")).isEqualTo("none");
        assertThat(answer.json().path("unknown_items").path(0).asText()).isEqualTo("candle-1");
    }

    @Test
    void filtersAreThoseOfEveryList() {
        api.stock.put(SHOP, "candle-2");

        assertThat(ids(ask("?limit=1", "{\"items\":[\"candle-1\"]}"))).containsExactly("candle-3");
        assertThat(ids(ask("?limit=1&in_stock=false", "{\"items\":[\"candle-1\"]}")))
                .containsExactly("candle-2");
        assertThat(ids(ask("?limit=1&exclude=candle-3", "{\"items\":[\"candle-1\"]}")))
                .doesNotContain("candle-2", "candle-3");
        assertThat(ids(ask("?category=Lamps", "{\"items\":[\"lamp-1\"]}"))).containsExactly("lamp-2", "top-2");
    }

    @Test
    void laterPagesAreMadeByTheModelOfTheFirst() {
        Answer first = ask("?limit=1", "{\"items\":[\"candle-1\"],\"viewed\":[\"lamp-1\",\"lamp-2\"]}");
        api.models.put(SmallModels.twoTastes(SHOP, SECOND));
        api.lists.activate(SHOP, SECOND);

        Answer second = ask(
                "?limit=1&cursor=" + first.text("cursor"),
                "{\"items\":[\"candle-1\"],\"viewed\":[\"lamp-2\",\"lamp-1\"]}");

        assertThat(second.text("model_version")).isEqualTo("als-1");
        assertThat(ids(second)).hasSize(1).doesNotContainAnyElementsOf(ids(first));
    }

    @Test
    void aCursorOfAnotherBasketIsRefused() {
        Answer first = ask("?limit=1", "{\"items\":[\"candle-1\"]}");

        assertThat(ask("?cursor=" + first.text("cursor"), "{\"items\":[\"candle-2\"]}")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"items\":\"candle-1\"} | items",
                "{\"items\":[1]} | items[0]",
                "{\"items\":[\"a\",\" \"]} | items[1]",
                "{\"viewed\":[null]} | viewed[0]",
                "{\"item\":[]} | item"
            })
    void whatCannotBeUsedIsRefusedByName(String body, String field) {
        Answer refused = ask("", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("error").path("details").path("field").asText())
                .isEqualTo(field);
    }

    @Test
    void aBasketHasAtMostAHundredItems() {
        String hundred = IntStream.range(0, 100).mapToObj(i -> "\"x" + i + '"').collect(Collectors.joining(","));

        assertThat(ask("", "{\"items\":[" + hundred + "]}").status()).isEqualTo(200);
        Answer refused = ask("", "{\"items\":[" + hundred + ",\"y\"]}");
        assertThat(refused.json().path("error").path("message").asText())
                .isEqualTo("items is '101 items'; allowed: an array of at most 100 item ids");
    }

    @Test
    void whatIsNoJsonObjectIsRefused() {
        assertThat(ask("", "[]").json().path("error").path("code").asText()).isEqualTo("malformed_request");
        assertThat(api.post(PATH, "{}")
                        .json()
                        .path("error")
                        .path("details")
                        .path("field")
                        .asText())
                .isEqualTo("Content-Type");
    }

    @Test
    void whenTheStoreFailsTheModelInMemoryStillAnswers() {
        ask("", "{\"items\":[\"candle-1\"]}");

        api.availability.down();

        assertThat(ask("", "{\"items\":[\"candle-2\"]}").text("source")).isEqualTo("basket");
    }

    @Test
    void whenTheStoreFailsBeforeTheModelIsLoadedWhatTrendsStandsInFromMemory() {
        api.get("/v1/trending");

        api.availability.down();

        Answer answer = ask("", "{\"items\":[\"candle-2\"]}");
        assertThat(answer.text("source")).isEqualTo("trending");
        assertThat(answer.json().path("unknown_items")).isEmpty();
    }

    private Answer ask(String query, String body) {
        return api.post(PATH + query, body, "Content-Type", "application/json");
    }

    private static List<String> ids(Answer answer) {
        return answer.json().path("items").findValuesAsText("item_id");
    }
}
