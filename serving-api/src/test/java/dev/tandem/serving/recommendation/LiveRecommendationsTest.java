package dev.tandem.serving.recommendation;

import static dev.tandem.serving.RunningApi.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import dev.tandem.serving.published.ListKind;
import dev.tandem.serving.ranking.Lists;
import dev.tandem.serving.ranking.RankedList;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether the live list or the batch's is served, and what becomes of it on the way. */
class LiveRecommendationsTest {
    private static final String OF_ANNA = "/v1/users/anna/recommendations";
    private static final UserId ANNA = new UserId("anna");
    private static final ModelVersion FIRST = new ModelVersion("als-1");
    private static final ModelVersion SECOND = new ModelVersion("als-2");
    private static final Instant LATER = Lists.EVENTS_UNTIL.plusMillis(1);
    private static final RankedList LIVE =
            Lists.knowing(LATER, Lists.ofItems("als-1", "new-1:Tea", "new-2:Hats", "new-3:Tea"));

    private final RunningApi api = new RunningApi();

    @BeforeEach
    void publish() {
        api.lists.activate(SHOP, FIRST);
        api.lists.put(SHOP, FIRST, ListKind.NEW_FOR_YOU, "anna", Lists.ofItems("als-1", "hat-1:Hats", "hat-2:Hats"));
        api.lists.put(SHOP, FIRST, ListKind.WITH_PURCHASED, "anna", Lists.ofItems("als-1", "old-1:Hats"));
        api.bestSellers.put(SHOP, "*", Lists.ofItems("best-1", "top-1:Tea", "old-1:Hats", "new-1:Tea"));
        api.bestSellers.put(SHOP, "Hats", Lists.ofItems("best-1", "old-1:Hats", "top-2:Hats"));
        api.trending.put(SHOP, "*", Lists.withoutModel(Lists.ofItems("", "hot-1:Tea")));
        api.purchases.put(SHOP, ANNA, "old-1");
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aLiveListThatKnowsLaterEventsIsServedWithWhatItKnows() {
        api.live.put(SHOP, ANNA, LIVE);

        Answer answer = api.get(OF_ANNA + "?limit=3");

        assertThat(answer.text("source")).isEqualTo("live");
        assertThat(answer.text("model_version")).isEqualTo("als-1");
        assertThat(answer.text("events_until")).isEqualTo("2026-01-02T00:00:00.001Z");
        assertThat(answer.text("generated_at")).isEqualTo("2026-01-02T00:00:00.001Z");
        assertThat(ids(answer)).containsExactly("new-1", "new-2", "new-3");
    }

    @Test
    void aLiveListWithAnEventOfTheModelsWatermarkIsServedBecauseAModelKnowsOnlyThoseBefore() {
        api.live.put(SHOP, ANNA, Lists.knowing(Lists.EVENTS_UNTIL, LIVE));

        assertThat(api.get(OF_ANNA).text("source")).isEqualTo("live");
    }

    @Test
    void aLiveListThatKnowsNoMoreThanTheBatchIsNotServed() {
        api.live.put(SHOP, ANNA, Lists.knowing(Lists.EVENTS_UNTIL.minusMillis(1), LIVE));

        assertThat(api.get(OF_ANNA).text("source")).isEqualTo("model");
    }

    @Test
    void whichModelMadeALiveListDoesNotMatter() {
        api.live.put(SHOP, ANNA, Lists.knowing(LATER, Lists.ofItems("als-0", "new-1:Tea")));

        assertThat(api.get(OF_ANNA).text("model_version")).isEqualTo("als-0");
    }

    @Test
    void aNewModelTakesNothingBackThatTheUserDidSinceItsWatermark() {
        api.live.put(SHOP, ANNA, Lists.knowing(Lists.EVENTS_UNTIL.plusSeconds(60), LIVE));
        api.lists.put(SHOP, SECOND, ListKind.NEW_FOR_YOU, "anna", Lists.ofItems("als-2", "scarf-1:Scarves"));

        api.lists.activate(SHOP, SECOND, Lists.EVENTS_UNTIL.plusSeconds(60));
        assertThat(api.get(OF_ANNA).text("source")).isEqualTo("live");

        api.lists.activate(SHOP, SECOND, Lists.EVENTS_UNTIL.plusSeconds(61));
        assertThat(api.get(OF_ANNA).text("model_version")).isEqualTo("als-2");
    }

    @Test
    void whomTheActiveModelDoesNotKnowIsServedFromAnOlderLiveList() {
        UserId bob = new UserId("bob");
        api.live.put(SHOP, bob, Lists.knowing(Lists.EVENTS_UNTIL.minusSeconds(1), LIVE));

        assertThat(api.get("/v1/users/bob/recommendations").text("source")).isEqualTo("live");
    }

    @Test
    void beforeTheFirstPublicationTheLiveListIsServed() {
        TenantId store = new TenantId("store");
        api.tenants.put(store);
        api.live.put(store, ANNA, LIVE);

        assertThat(api.get(OF_ANNA, "Tandem-Tenant", "store").text("source")).isEqualTo("live");
        assertThat(api.get(OF_ANNA).text("source")).isEqualTo("model");
    }

    @Test
    void anEmptyLiveListIsNone() {
        api.live.put(SHOP, ANNA, Lists.knowing(LATER, Lists.of("als-1", "new", 0)));

        assertThat(api.get(OF_ANNA).text("source")).isEqualTo("model");
    }

    @Test
    void aChangedLiveListIsSeenByTheNextRequest() {
        api.live.put(SHOP, ANNA, LIVE);
        assertThat(ids(api.get(OF_ANNA))).startsWith("new-1");

        api.live.put(SHOP, ANNA, Lists.knowing(LATER.plusMillis(1), Lists.ofItems("als-1", "newer-1:Tea")));

        assertThat(ids(api.get(OF_ANNA))).startsWith("newer-1");
    }

    @Test
    void filtersHoldForTheLiveListAndBestSellersFillItUp() {
        api.live.put(SHOP, ANNA, LIVE);
        api.stock.put(SHOP, "new-3");

        assertThat(ids(api.get(OF_ANNA + "?exclude=new-2"))).containsExactly("new-1", "top-1");
        assertThat(ids(api.get(OF_ANNA + "?in_stock=false&limit=3"))).containsExactly("new-1", "new-2", "new-3");
        Answer hats = api.get(OF_ANNA + "?category=Hats");
        assertThat(ids(hats)).containsExactly("new-2", "top-2");
        assertThat(hats.json().path("items").findValuesAsText("source")).containsExactly("best_sellers");
    }

    @Test
    void withPurchasedItemsTheBatchIsServedBecauseNoLiveListHasThem() {
        api.live.put(SHOP, ANNA, LIVE);

        Answer answer = api.get(OF_ANNA + "?include_purchased=true&limit=1");

        assertThat(answer.text("source")).isEqualTo("model");
        assertThat(ids(answer)).containsExactly("old-1");
    }

    @Test
    void pagesOfALiveListGoOnIntoBestSellers() {
        api.live.put(SHOP, ANNA, LIVE);

        Answer first = api.get(OF_ANNA + "?limit=2");
        Answer second = next(OF_ANNA + "?limit=2", first);

        assertThat(ids(first)).containsExactly("new-1", "new-2");
        assertThat(ids(second)).containsExactly("new-3", "top-1");
    }

    @Test
    void aCursorIntoALiveListThatWasReplacedSaysHowToBeginAnew() {
        api.live.put(SHOP, ANNA, LIVE);
        Answer first = api.get(OF_ANNA + "?limit=2");

        api.live.put(SHOP, ANNA, Lists.knowing(LATER.plusMillis(1), LIVE));

        Answer second = next(OF_ANNA + "?limit=2", first);
        assertThat(second.status()).isEqualTo(410);
        assertThat(second.json().path("error").path("code").asText()).isEqualTo("expired_cursor");
    }

    @Test
    void aCursorIntoTheBatchsListGoesOnThoughALiveListHasCome() {
        Answer first = api.get(OF_ANNA + "?limit=1");

        api.live.put(SHOP, ANNA, LIVE);

        assertThat(ids(next(OF_ANNA + "?limit=1", first))).containsExactly("hat-2");
    }

    @Test
    void whenOnlyTheLiveListCannotBeReadTheBatchIsServed() {
        api.live.put(SHOP, ANNA, LIVE);

        api.liveAvailability.down();

        assertThat(api.get(OF_ANNA).text("source")).isEqualTo("model");
        assertThat(api.get("/v1/users/nobody/recommendations").text("source")).isEqualTo("trending");
        assertThat(api.get("/metrics").text()).contains("tandem_live_lists_missed_total 2");
    }

    @Test
    void whenOnlyTheLiveListIsSlowTheBatchIsServedWithinTheTimeOfARequest() {
        api.live.put(SHOP, ANNA, LIVE);

        api.liveAvailability.silent();
        Instant begin = Instant.now();

        assertThat(api.get(OF_ANNA).text("source")).isEqualTo("model");
        assertThat(Duration.between(begin, Instant.now())).isLessThan(RunningApi.TIMEOUT);
    }

    @Test
    void aPageOfALiveListThatCannotBeReadIsNotMadeOfOtherLists() {
        api.live.put(SHOP, ANNA, LIVE);
        Answer first = api.get(OF_ANNA + "?limit=2");

        api.liveAvailability.down();

        assertThat(next(OF_ANNA + "?limit=2", first).status()).isEqualTo(503);
    }

    @Test
    void aDefectIsNotTakenForAnOutage() {
        api.liveAvailability.defective();

        assertThat(api.get(OF_ANNA).status()).isEqualTo(500);
    }

    @Test
    void whenTheBatchCannotBeReadTheLiveListIsServed() {
        api.live.put(SHOP, ANNA, LIVE);
        assertThat(api.get(OF_ANNA).text("source")).isEqualTo("live");

        api.availability.down();

        assertThat(api.get(OF_ANNA + "?limit=3").text("source")).isEqualTo("live");
    }

    @Test
    void answersFromLiveListsAreCountedAndTheAgeOfWhatTheyKnowIsMeasured() {
        api.live.put(SHOP, ANNA, LIVE);
        api.get(OF_ANNA);

        await().untilAsserted(() -> assertThat(api.get("/metrics").text())
                .contains(
                        "tandem_request_seconds_count{route=\"/v1/users/{user_id}/recommendations\",source=\"live\"} 1")
                .contains("tandem_live_list_age_seconds_count 1"));
    }

    private Answer next(String path, Answer page) {
        return api.get(path + "&cursor=" + page.text("cursor"));
    }

    private static List<String> ids(Answer answer) {
        return answer.json().path("items").findValuesAsText("item_id");
    }
}
