package dev.tandem.serving.recommendation;

import static dev.tandem.serving.RunningApi.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import dev.tandem.serving.history.ItemView;
import dev.tandem.serving.published.ListKind;
import dev.tandem.serving.ranking.Lists;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands in for those who have neither a live list nor one of the active model. */
class StandInRecommendationsTest {
    private static final String OF_BOB = "/v1/users/bob/recommendations";
    private static final UserId BOB = new UserId("bob");
    private static final ModelVersion FIRST = new ModelVersion("als-1");
    private static final ModelVersion SECOND = new ModelVersion("als-2");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final RunningApi api = new RunningApi();

    @BeforeEach
    void publish() {
        api.lists.activate(SHOP, FIRST);
        similar(FIRST, "hat", "cap:Hats", "scarf:Scarves", "tea:Tea");
        similar(FIRST, "tea", "cup:Tea", "cap:Hats", "pot:Tea");
        api.bestSellers.put(SHOP, "*", Lists.ofItems("best-1", "cup:Tea", "top-1:Tea"));
        api.bestSellers.put(SHOP, "Tea", Lists.ofItems("best-1", "top-1:Tea"));
        api.trending.put(SHOP, "*", Lists.withoutModel(Lists.ofItems("", "hot-1:Tea", "hot-2:Hats")));
        api.trending.put(SHOP, "Hats", Lists.withoutModel(Lists.ofItems("", "hot-2:Hats")));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void whatIsSimilarToTheLatestViewsTakesTurnsTheLatestFirst() {
        view("hat", NOON);
        view("tea", NOON.plusSeconds(1));

        Answer answer = api.get(OF_BOB);

        assertThat(answer.text("source")).isEqualTo("similar_items");
        assertThat(answer.text("model_version")).isEqualTo("als-1");
        assertThat(answer.text("events_until")).isEqualTo("2026-01-02T00:00:00Z");
        assertThat(ids(answer)).containsExactly("cup", "cap", "pot", "scarf", "top-1");
        assertThat(answer.json().path("items").findValuesAsText("source")).containsExactly("best_sellers");
    }

    @Test
    void onlyTheTenLatestItemsCountHoweverOftenTheyWereViewed() {
        view("hat", NOON);
        for (int i = 1; i <= 30; i++) {
            view("other-" + i % 10, NOON.plusSeconds(i));
        }
        assertThat(api.get(OF_BOB).text("source")).isEqualTo("trending");

        view("hat", NOON.plusSeconds(60));

        assertThat(ids(api.get(OF_BOB))).startsWith("cap", "scarf", "tea");
    }

    @Test
    void whatWasTakenOutOfTheHistoryDoesNotCount() {
        view("hat", NOON);
        view("tea", NOON);
        api.history
                .remove(SHOP, BOB, new ItemId("hat"), NOON)
                .toCompletableFuture()
                .join();

        assertThat(ids(api.get(OF_BOB + "?limit=3"))).containsExactly("cup", "cap", "pot");
    }

    @Test
    void filtersHoldAndPurchasedItemsAreLeftOut() {
        view("hat", NOON);
        api.purchases.put(SHOP, BOB, "cap");
        api.stock.put(SHOP, "scarf");

        assertThat(ids(api.get(OF_BOB))).containsExactly("tea", "cup", "top-1");
        assertThat(ids(api.get(OF_BOB + "?include_purchased=true&in_stock=false&exclude=tea")))
                .containsExactly("cap", "scarf", "cup", "top-1");
        assertThat(ids(api.get(OF_BOB + "?category=Tea"))).containsExactly("tea", "top-1");
    }

    @Test
    void whereNothingIsSimilarWhatTrendsStandsInAndBestSellersFillUp() {
        view("unknown", NOON);

        Answer answer = api.get(OF_BOB);

        assertThat(answer.text("source")).isEqualTo("trending");
        assertThat(answer.json().path("model_version").isNull()).isTrue();
        assertThat(ids(answer)).containsExactly("hot-1", "hot-2", "cup", "top-1");
    }

    @Test
    void whatTrendsIsOfTheCategoryAndWithoutPurchases() {
        api.purchases.put(SHOP, BOB, "hot-1");

        assertThat(ids(api.get(OF_BOB))).containsExactly("hot-2", "cup", "top-1");
        assertThat(ids(api.get(OF_BOB + "?category=Hats"))).containsExactly("hot-2");
        assertThat(api.get(OF_BOB + "?category=Tea").text("source")).isEqualTo("best_sellers");
    }

    @Test
    void whoHasAListOfTheirOwnGetsBestSellersAloneToFillIt() {
        api.lists.put(SHOP, FIRST, ListKind.NEW_FOR_YOU, "bob", Lists.ofItems("als-1", "mine:Hats"));
        view("hat", NOON);

        assertThat(ids(api.get(OF_BOB))).containsExactly("mine", "cup", "top-1");
    }

    @Test
    void laterPagesComeFromTheSameViewsAndTheSameModel() {
        view("hat", NOON);
        Answer first = api.get(OF_BOB + "?limit=2");

        view("tea", NOON.plusSeconds(1));
        similar(SECOND, "hat", "tea:Tea", "scarf:Scarves");
        api.lists.activate(SHOP, SECOND);

        assertThat(ids(first)).containsExactly("cap", "scarf");
        assertThat(ids(next(OF_BOB + "?limit=2", first))).containsExactly("tea", "cup");
        assertThat(next(OF_BOB + "?limit=2", first).text("model_version")).isEqualTo("als-1");
    }

    @Test
    void aCursorWhoseViewsAreGoneSaysHowToBeginAnew() {
        view("hat", NOON);
        Answer first = api.get(OF_BOB + "?limit=2");

        api.history
                .remove(SHOP, BOB, new ItemId("hat"), NOON)
                .toCompletableFuture()
                .join();

        assertThat(next(OF_BOB + "?limit=2", first).status()).isEqualTo(410);
    }

    @Test
    void pagesOfWhatTrendsGoOnIntoBestSellers() {
        Answer first = api.get(OF_BOB + "?limit=1");
        Answer second = next(OF_BOB + "?limit=2", first);

        assertThat(ids(first)).containsExactly("hot-1");
        assertThat(ids(second)).containsExactly("hot-2", "cup");
    }

    @Test
    void whenTheStoreFailsWhatTrendsStandsInFromMemory() {
        api.get(OF_BOB);

        api.availability.down();

        assertThat(api.get(OF_BOB).text("source")).isEqualTo("trending");
    }

    private void view(String item, Instant viewedAt) {
        api.history.put(SHOP, BOB, new ItemView(item + "@" + viewedAt, item, viewedAt));
    }

    private void similar(ModelVersion version, String item, String... items) {
        api.lists.put(SHOP, version, ListKind.SIMILAR, item, Lists.ofItems(version.value(), items));
    }

    private Answer next(String path, Answer page) {
        return api.get(path + "&cursor=" + page.text("cursor"));
    }

    private static List<String> ids(Answer answer) {
        return answer.json().path("items").findValuesAsText("item_id");
    }
}
