package dev.tandem.serving.recommendation;

import static dev.tandem.serving.RunningApi.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import dev.tandem.serving.foldin.SmallModels;
import dev.tandem.serving.history.ItemView;
import dev.tandem.serving.published.ListKind;
import dev.tandem.serving.ranking.Lists;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Live lists that the speed layer has not come to yet: of a model that is not active any more, or of what was taken out. */
class LiveListsMadeAnewTest {
    private static final String OF_ANNA = "/v1/users/anna/recommendations?limit=2";
    private static final UserId ANNA = new UserId("anna");
    private static final ModelVersion FIRST = new ModelVersion("als-1");
    private static final ModelVersion SECOND = new ModelVersion("als-2");

    // Nothing that is months old makes a list.
    private final Instant viewedAt = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
    private final RunningApi api = new RunningApi();

    @BeforeEach
    void viewALampAndSwitchModels() {
        api.lists.put(SHOP, SECOND, ListKind.NEW_FOR_YOU, "anna", Lists.ofItems("als-2", "hat-1:Hats"));
        api.models.put(SmallModels.twoTastes(SHOP, SECOND));
        api.history.put(SHOP, ANNA, new ItemView("view-1", "lamp-1", viewedAt));
        api.live.put(SHOP, ANNA, Lists.knowing(viewedAt, Lists.ofItems("als-1", "new-1:Tea", "new-2:Tea")));
        api.lists.activate(SHOP, SECOND);
        api.bestSellers.put(SHOP, "*", Lists.ofItems("best-1", "top-1:Tea"));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void afterASwitchTheLiveListIsWhatTheActiveModelMakesOfAllThatTheUserDid() {
        Answer answer = madeBy("als-2");

        assertThat(answer.text("source")).isEqualTo("live");
        assertThat(answer.text("events_until")).isEqualTo(viewedAt.toString());
        assertThat(ids(answer)).startsWith("lamp-1", "lamp-2");
        assertThat(api.get("/metrics").text()).contains("tandem_live_lists_made_total 1");
    }

    @Test
    void aViewThatTheStoredListDoesNotKnowCountsOnceTheSpeedLayerHasComeToIt() {
        api.history.put(SHOP, ANNA, new ItemView("view-2", "candle-1", viewedAt.plusMillis(1)));

        Answer answer = madeBy("als-2");

        assertThat(answer.text("events_until")).isEqualTo(viewedAt.toString());
        assertThat(ids(answer)).startsWith("lamp-1", "lamp-2");
    }

    @Test
    void aListOfTheActiveModelIsServedAsItIsStored() {
        api.live.put(SHOP, ANNA, Lists.knowing(viewedAt, Lists.ofItems("als-2", "new-1:Tea", "new-2:Tea")));

        assertThat(ids(api.get(OF_ANNA))).containsExactly("new-1", "new-2");
        assertThat(api.get("/metrics").text()).contains("tandem_live_lists_made_total 0");
    }

    @Test
    void aListThatKnowsAViewWhichIsStillOnItsWayIsServedThoughAnotherModelMadeIt() {
        madeBy("als-2");
        api.live.put(SHOP, ANNA, Lists.knowing(viewedAt.plusMillis(1), Lists.ofItems("als-1", "new-1:Tea")));

        assertThat(api.get(OF_ANNA).text("model_version")).isEqualTo("als-1");
    }

    @Test
    void aModelThatIsNotThereInTheFormThatMakesListsLeavesTheStoredOne() {
        api.lists.activate(SHOP, FIRST);
        api.live.put(SHOP, ANNA, Lists.knowing(viewedAt, Lists.ofItems("als-0", "new-1:Tea")));

        assertThat(api.get(OF_ANNA).text("model_version")).isEqualTo("als-0");
    }

    @Test
    void aListFromBeforeARemovalIsMadeAnewWithoutTheItem() {
        api.history.put(SHOP, ANNA, new ItemView("view-0", "candle-1", viewedAt.minusMillis(1)));
        api.live.put(SHOP, ANNA, Lists.knowing(viewedAt, Lists.ofItems("als-2", "lamp-2:Lamps", "lamp-1:Lamps")));
        api.send("DELETE", "/v1/users/anna/history/lamp-1");
        api.live.removed(SHOP, ANNA, viewedAt.plusMillis(1));

        await().untilAsserted(() -> assertThat(ids(api.get(OF_ANNA))).startsWith("candle-1", "candle-2"));
    }

    @Test
    void whatTheBatchMadeOfAnItemThatIsTakenOutAfterItIsNotServedEither() {
        UserId bob = new UserId("bob");
        api.lists.put(SHOP, SECOND, ListKind.NEW_FOR_YOU, "bob", Lists.ofItems("als-2", "lamp-2:Lamps"));
        api.history.put(SHOP, bob, new ItemView("view-0", "candle-1", viewedAt.minusSeconds(1)));
        api.live.removed(SHOP, bob, viewedAt);

        await().untilAsserted(() -> assertThat(ids(api.get("/v1/users/bob/recommendations?limit=2")))
                .startsWith("candle-1", "candle-2"));
    }

    @Test
    void aRemovalThatTheActiveModelKnowsChangesNothing() {
        UserId bob = new UserId("bob");
        api.lists.put(SHOP, SECOND, ListKind.NEW_FOR_YOU, "bob", Lists.ofItems("als-2", "lamp-2:Lamps"));
        api.live.removed(SHOP, bob, Lists.EVENTS_UNTIL.minusMillis(1));

        assertThat(api.get("/v1/users/bob/recommendations").text("source")).isEqualTo("model");
    }

    @Test
    void pagesOfAListThatWasMadeForAnAnswerGoOn() {
        Answer first = madeBy("als-2");

        Answer second = api.get(OF_ANNA + "&cursor=" + first.text("cursor"));

        assertThat(second.text("model_version")).isEqualTo("als-2");
        assertThat(ids(second)).hasSize(2).doesNotContainAnyElementsOf(ids(first));
    }

    @Test
    void whatCannotBeReadLeavesTheStoredList() {
        api.get(OF_ANNA);
        api.availability.down();

        assertThat(api.get(OF_ANNA).text("source")).isEqualTo("live");
    }

    /** The first answer for which the model was loaded in time. */
    private Answer madeBy(String version) {
        return await().until(() -> api.get(OF_ANNA), answer -> answer.text("model_version")
                .equals(version));
    }

    private static List<String> ids(Answer answer) {
        return answer.json().path("items").findValuesAsText("item_id");
    }
}
