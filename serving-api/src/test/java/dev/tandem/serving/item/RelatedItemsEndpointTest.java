package dev.tandem.serving.item;

import static dev.tandem.serving.RunningApi.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import dev.tandem.serving.published.ListKind;
import dev.tandem.serving.ranking.Lists;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelatedItemsEndpointTest {
    private static final ModelVersion FIRST = new ModelVersion("als-1");

    private final RunningApi api = new RunningApi();

    @BeforeEach
    void publish() {
        api.lists.activate(SHOP, FIRST);
        for (String item : List.of("hat-1", "hat-9")) {
            api.items.put(SHOP, new Item(item, "A hat", "Hats", null, null, Map.of()));
        }
        api.items.put(SHOP, new Item("bare", null, null, null, null, Map.of()));
        api.lists.put(SHOP, FIRST, ListKind.SIMILAR, "hat-1", Lists.ofItems("als-1", "hat-2:Hats", "cap-1:Caps"));
        api.lists.put(SHOP, FIRST, ListKind.BOUGHT_TOGETHER, "hat-1", Lists.ofItems("als-1", "scarf-1:Scarves"));
        api.bestSellers.put(SHOP, "Hats", Lists.ofItems("best-1", "hat-1:Hats", "hat-2:Hats", "hat-3:Hats"));
        api.bestSellers.put(SHOP, "*", Lists.of("best-1", "top", 30));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void similarItemsAreFilledUpWithTheBestSellersOfTheCategoryButNeverWithTheItemItself() {
        Answer answer = api.get("/v1/items/hat-1/similar");

        assertThat(answer.text("item_id")).isEqualTo("hat-1");
        assertThat(answer.text("source")).isEqualTo("similar_items");
        assertThat(ids(answer)).containsExactly("hat-2", "cap-1", "hat-3");
        assertThat(answer.json().path("items").path(2).path("source").asText()).isEqualTo("best_sellers");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, max-age=30");
        assertThat(answer.header("Vary")).contains("Tandem-Tenant");
    }

    @Test
    void anItemWithoutSimilarOnesGetsTheBestSellersOfItsCategory() {
        Answer answer = api.get("/v1/items/hat-9/similar");

        assertThat(answer.text("source")).isEqualTo("best_sellers");
        assertThat(ids(answer)).containsExactly("hat-1", "hat-2", "hat-3");
    }

    @Test
    void anItemWithoutSimilarOnesAndWithoutCategoryGetsAnEmptyList() {
        assertThat(api.get("/v1/items/bare/similar").text("source")).isEqualTo("none");
    }

    @Test
    void whatIsBoughtTogetherIsFilledWithNothing() {
        Answer known = api.get("/v1/items/hat-1/bought-together");
        Answer unknown = api.get("/v1/items/hat-9/bought-together");

        assertThat(known.text("source")).isEqualTo("bought_together");
        assertThat(ids(known)).containsExactly("scarf-1");
        assertThat(unknown.status()).isEqualTo(200);
        assertThat(unknown.text("source")).isEqualTo("none");
        assertThat(ids(unknown)).isEmpty();
    }

    @Test
    void filtersApplyToTheListAndToItsFilling() {
        api.stock.put(SHOP, "hat-2");

        assertThat(ids(api.get("/v1/items/hat-1/similar?category=Hats"))).containsExactly("hat-3");
        assertThat(ids(api.get("/v1/items/hat-1/similar?in_stock=false&exclude=hat-3,cap-1")))
                .containsExactly("hat-2");
    }

    @Test
    void pagesFollowOneAnother() {
        Answer first = api.get("/v1/items/hat-1/similar?limit=1");
        Answer second = api.get("/v1/items/hat-1/similar?limit=2&cursor=" + first.text("cursor"));

        assertThat(ids(first)).containsExactly("hat-2");
        assertThat(ids(second)).containsExactly("cap-1", "hat-3");
        assertThat(second.json().path("cursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"similar", "bought-together"})
    void anUnknownItemIsNotFound(String relation) {
        Answer answer = api.get("/v1/items/hat-0/" + relation);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("error").path("code").asText()).isEqualTo("unknown_item");
    }

    @ParameterizedTest
    @ValueSource(strings = {"similar", "bought-together"})
    void anotherTenantsItemIsNotFound(String relation) {
        api.tenants.put(new TenantId("store"));

        assertThat(api.get("/v1/items/hat-1/" + relation, "Tandem-Tenant", "store")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"similar", "bought-together"})
    void whenTheStoreFailsTheCallerMayTryAgain(String relation) {
        api.availability.down();

        assertThat(api.get("/v1/items/hat-1/" + relation).status()).isEqualTo(503);
    }

    private static List<String> ids(Answer answer) {
        return answer.json().path("items").findValuesAsText("item_id");
    }
}
