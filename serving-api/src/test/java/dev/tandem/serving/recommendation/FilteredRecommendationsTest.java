package dev.tandem.serving.recommendation;

import static dev.tandem.serving.RunningApi.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import dev.tandem.serving.published.ListKind;
import dev.tandem.serving.ranking.Lists;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilteredRecommendationsTest {
    private static final String OF_ANNA = "/v1/users/anna/recommendations";
    private static final String OF_NOBODY = "/v1/users/nobody/recommendations";
    private static final ModelVersion FIRST = new ModelVersion("als-1");

    private final RunningApi api = new RunningApi();

    @BeforeEach
    void publish() {
        api.lists.activate(SHOP, FIRST);
        api.lists.put(
                SHOP,
                FIRST,
                ListKind.NEW_FOR_YOU,
                "anna",
                Lists.ofItems("als-1", "hat-1:Hats", "tea-1:Tea", "hat-2:Hats", "a,b:Tea"));
        api.lists.put(SHOP, FIRST, ListKind.WITH_PURCHASED, "anna", Lists.ofItems("als-1", "old-1:Hats", "hat-1:Hats"));
        api.bestSellers.put(SHOP, "*", Lists.ofItems("best-1", "hat-1:Hats", "top-1:Tea", "old-1:Hats", "top-2:Hats"));
        api.bestSellers.put(SHOP, "Hats", Lists.ofItems("best-1", "hat-2:Hats", "top-2:Hats", "old-1:Hats"));
        api.purchases.put(SHOP, new UserId("anna"), "old-1");
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void whatTheModelLeavesShortIsFilledWithBestSellersThatNameTheirSource() {
        JsonNode answer = api.get(OF_ANNA + "?limit=6").json();

        assertThat(answer.path("source").asText()).isEqualTo("model");
        assertThat(answer.path("model_version").asText()).isEqualTo("als-1");
        assertThat(ids(answer)).containsExactly("hat-1", "tea-1", "hat-2", "a,b", "top-1", "top-2");
        assertThat(answer.path("items").findValuesAsText("source")).containsExactly("best_sellers", "best_sellers");
        assertThat(answer.path("items").path(4).path("source").asText()).isEqualTo("best_sellers");
    }

    @Test
    void aCategoryIsKeptByTheModelsListAndByTheFilling() {
        JsonNode answer = api.get(OF_ANNA + "?category=Hats").json();

        assertThat(ids(answer)).containsExactly("hat-1", "hat-2", "top-2");
    }

    @Test
    void theCategoryOfAllIsNoFilter() {
        assertThat(ids(api.get(OF_ANNA + "?category=*&limit=4").json()))
                .containsExactly("hat-1", "tea-1", "hat-2", "a,b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exclude=hat-1,top-1", "exclude=hat-1&exclude=top-1", "exclude=hat-1%2Ctop-1"})
    void excludedItemsAreLeftOutOfEverySource(String exclude) {
        assertThat(ids(api.get(OF_ANNA + "?" + exclude).json())).containsExactly("tea-1", "hat-2", "a,b", "top-2");
        assertThat(ids(api.get(OF_NOBODY + "?" + exclude).json())).containsExactly("old-1", "top-2");
    }

    @Test
    void anIdWithACommaCanBeExcludedToo() {
        assertThat(ids(api.get(OF_ANNA + "?limit=3&exclude=a%2Cb").json())).containsExactly("hat-1", "tea-1", "hat-2");
        assertThat(ids(api.get(OF_ANNA + "?exclude=a%2Cb").json())).doesNotContain("a,b");
    }

    @Test
    void nothingIsExcludedByAnEmptyList() {
        assertThat(ids(api.get(OF_ANNA + "?limit=1&exclude=").json())).containsExactly("hat-1");
    }

    @Test
    void atMostAHundredItemsAreExcluded() {
        String hundred = IntStream.range(0, 100).mapToObj(i -> "x" + i).collect(Collectors.joining(","));

        assertThat(api.get(OF_ANNA + "?exclude=" + hundred).status()).isEqualTo(200);
        assertRefused(api.get(OF_ANNA + "?exclude=" + hundred + "&exclude=y"), "exclude");
    }

    @Test
    void itemsOutOfStockAreLeftOutOfEverySource() {
        api.stock.put(SHOP, "hat-1", "top-2");

        assertThat(ids(api.get(OF_ANNA).json())).containsExactly("tea-1", "hat-2", "a,b", "top-1");
        assertThat(ids(api.get(OF_NOBODY).json())).containsExactly("top-1", "old-1");
    }

    @Test
    void itemsOutOfStockAreShownOnRequest() {
        api.stock.put(SHOP, "hat-1", "top-2");

        assertThat(ids(api.get(OF_ANNA + "?in_stock=false&limit=2").json())).containsExactly("hat-1", "tea-1");
        assertThat(ids(api.get(OF_ANNA + "?in_stock=true&limit=2").json())).containsExactly("tea-1", "hat-2");
    }

    @Test
    void purchasedItemsAreShownOnRequest() {
        JsonNode answer = api.get(OF_ANNA + "?include_purchased=true").json();

        assertThat(answer.path("source").asText()).isEqualTo("model");
        assertThat(ids(answer)).containsExactly("old-1", "hat-1", "top-1", "top-2");
    }

    @Test
    void bestSellersInPlaceOfAListLeaveOutWhatTheUserBought() {
        api.purchases.put(SHOP, new UserId("nobody"), "hat-1");

        assertThat(ids(api.get(OF_NOBODY).json())).containsExactly("top-1", "old-1", "top-2");
        assertThat(ids(api.get(OF_NOBODY + "?include_purchased=true").json()))
                .containsExactly("hat-1", "top-1", "old-1", "top-2");
    }

    @Test
    void whereTheFiltersLeaveNothingTheListIsEmpty() {
        JsonNode answer = api.get(OF_ANNA + "?category=Scarves").json();

        assertThat(answer.path("source").asText()).isEqualTo("none");
        assertThat(answer.path("items")).isEmpty();
        assertThat(answer.path("cursor").isNull()).isTrue();
    }

    @Test
    void whenTheStoreFailsWhatIsKnownToBeOutOfStockStaysOut() {
        api.stock.put(SHOP, "hat-1");
        assertThat(api.get(OF_ANNA).status()).isEqualTo(200);

        api.availability.down();

        assertThat(ids(api.get(OF_ANNA + "?exclude=top-1").json())).containsExactly("old-1", "top-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"in_stock=yes", "include_purchased=1", "exclude=a,,b", "category=%20", "cursor=abc"})
    void whatCannotBeUsedIsRefusedByName(String query) {
        assertRefused(api.get(OF_ANNA + "?" + query), query.substring(0, query.indexOf('=')));
    }

    private static void assertRefused(Answer answer, String field) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").path("details").path("field").asText())
                .isEqualTo(field);
    }

    private static List<String> ids(JsonNode answer) {
        return answer.path("items").findValuesAsText("item_id");
    }
}
