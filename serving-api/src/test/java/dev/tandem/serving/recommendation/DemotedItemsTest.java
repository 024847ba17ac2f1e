package dev.tandem.serving.recommendation;

import static dev.tandem.serving.RunningApi.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import dev.tandem.serving.demotion.Demotion;
import dev.tandem.serving.published.ListKind;
import dev.tandem.serving.ranking.Lists;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Items that many are unhappy with, in lists. */
class DemotedItemsTest {
    private static final String OF_ANNA = "/v1/users/anna/recommendations";
    private static final ModelVersion MODEL = new ModelVersion("als-1");

    private RunningApi api = new RunningApi();

    @BeforeEach
    void publish() {
        api.lists.activate(SHOP, MODEL);
        api.lists.put(
                SHOP,
                MODEL,
                ListKind.NEW_FOR_YOU,
                "anna",
                Lists.ofItems("als-1", "bad-1:Hats", "good-1:Hats", "good-2:Tea", "bad-2:Tea", "good-3:Hats"));
        api.bestSellers.put(
                SHOP,
                "*",
                Lists.ofItems(
                        "best-1", "bad-3:Hats", "good-2:Tea", "top-1:Tea", "bad-2:Tea", "bad-4:Tea", "top-2:Tea"));
        api.purchases.put(SHOP, new UserId("anna"), "bad-4");
        api.demotions.put(SHOP, "bad-1", "bad-2", "bad-3", "bad-4", "bad-5");
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void theyStandBehindAllOthersInTheOrderOfTheLists() {
        assertThat(ids(api.get(OF_ANNA)))
                .containsExactly("good-1", "good-2", "good-3", "top-1", "top-2", "bad-1", "bad-2", "bad-3");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void allPagesTogetherHaveEachItemOnce(int limit) {
        assertThat(pages(OF_ANNA + "?limit=" + limit))
                .containsExactly("good-1", "good-2", "good-3", "top-1", "top-2", "bad-1", "bad-2", "bad-3");
    }

    @Test
    void thePageThatEndsTheListHasNoCursor() {
        assertThat(api.get(OF_ANNA + "?limit=8").json().path("cursor").isNull()).isTrue();
        assertThat(api.get(OF_ANNA + "?limit=7").json().path("cursor").isNull()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10})
    void theSameIsSoWithFilters(int limit) {
        api.stock.put(SHOP, "bad-1", "top-1");

        assertThat(pages(OF_ANNA + "?exclude=good-1,bad-3&limit=" + limit))
                .containsExactly("good-2", "good-3", "top-2", "bad-2");
    }

    @Test
    void anItemOfAnotherSourceNamesItAndTheFirstOnesPageSaysItsOwn() {
        Answer first = api.get(OF_ANNA + "?limit=5");
        Answer second = next(OF_ANNA, first);

        assertThat(ids(second)).containsExactly("bad-1", "bad-2", "bad-3");
        assertThat(second.text("source")).isEqualTo("model");
        assertThat(second.json().at("/items/2/source").asText()).isEqualTo("best_sellers");
    }

    @Test
    void aListOfDemotedItemsAloneIsServed() {
        api.lists.put(SHOP, MODEL, ListKind.NEW_FOR_YOU, "bob", Lists.ofItems("als-1", "bad-2:Tea", "bad-1:Hats"));
        api.bestSellers.put(SHOP, "*", Lists.ofItems("best-2", "bad-1:Hats", "bad-5:Tea"));

        assertThat(pages("/v1/users/bob/recommendations?limit=1")).containsExactly("bad-2", "bad-1", "bad-5");
    }

    @Test
    void everybodysListsHaveThemLastToo() {
        assertThat(pages("/v1/best-sellers?limit=2"))
                .containsExactly("good-2", "top-1", "top-2", "bad-3", "bad-2", "bad-4");
    }

    @Test
    void whatWasBoughtBeforeStaysInItsOrder() {
        api.lists.put(SHOP, MODEL, ListKind.BUY_AGAIN, "anna", Lists.ofItems("als-1", "bad-1:Hats", "good-1:Hats"));

        assertThat(ids(api.get("/v1/users/anna/buy-again"))).containsExactly("bad-1", "good-1");
    }

    @Test
    void aCursorEndsWithWhatWasDemotedWhenItsListBegan() {
        Answer first = api.get(OF_ANNA + "?limit=3");
        api.demotions.put(SHOP, "good-1");

        Answer second = next(OF_ANNA, first);

        assertThat(second.status()).isEqualTo(410);
        assertThat(second.json().at("/error/code").asText()).isEqualTo("expired_cursor");
    }

    @Test
    void whenTheStoreFailsWhatWasDemotedLastStaysSo() {
        api.get("/v1/best-sellers");
        api.availability.down();

        assertThat(ids(api.get("/v1/best-sellers?limit=3"))).containsExactly("good-2", "top-1", "top-2");
    }

    @Test
    void aTenantMayHaveNothingDemoted() {
        api.demotions.set(SHOP, false);

        assertThat(ids(api.get(OF_ANNA))).startsWith("bad-1", "good-1", "good-2", "bad-2", "good-3");
    }

    @Test
    void switchedOffNothingIsDemoted() {
        api.close();
        api = new RunningApi(Demotion.Choice.OFF);
        publish();

        assertThat(ids(api.get(OF_ANNA))).startsWith("bad-1", "good-1", "good-2", "bad-2", "good-3");
    }

    private List<String> pages(String path) {
        Answer page = api.get(path);
        List<String> all = new ArrayList<>(ids(page));
        while (!page.json().path("cursor").isNull()) {
            page = next(path, page);
            assertThat(page.status()).isEqualTo(200);
            all.addAll(ids(page));
        }
        return all;
    }

    private Answer next(String path, Answer page) {
        return api.get(path + (path.contains("?") ? "&" : "?") + "cursor=" + page.text("cursor"));
    }

    private static List<String> ids(Answer answer) {
        return answer.json().path("items").findValuesAsText("item_id");
    }
}
