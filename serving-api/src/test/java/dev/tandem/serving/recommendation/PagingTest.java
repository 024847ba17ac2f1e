package dev.tandem.serving.recommendation;

import static dev.tandem.serving.RunningApi.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import dev.tandem.serving.published.ListKind;
import dev.tandem.serving.ranking.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
    private static final String OF_ANNA = "/v1/users/anna/recommendations";
    private static final ModelVersion FIRST = new ModelVersion("als-1");
    private static final ModelVersion SECOND = new ModelVersion("als-2");

    private final RunningApi api = new RunningApi();

    @BeforeEach
    void publish() {
        api.lists.activate(SHOP, FIRST);
        api.lists.put(SHOP, FIRST, ListKind.NEW_FOR_YOU, "anna", Lists.of("als-1", "hat", 25));
        // The second model has the same items and others, in another order.
        api.lists.put(SHOP, SECOND, ListKind.NEW_FOR_YOU, "anna", Lists.ofItems("als-2", reversedHats()));
        api.bestSellers.put(SHOP, "*", Lists.ofItems("best-1", "hat-7:Hats", "top-1:Tea", "hat-30:Hats", "top-2:Tea"));
        api.purchases.put(SHOP, new UserId("anna"), "top-2");
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 10, 25, 100})
    void allPagesTogetherAreTheListWithoutAnItemTwice(int limit) {
        List<String> all = pages(OF_ANNA + "?limit=" + limit, () -> {});

        assertThat(all).containsExactlyElementsOf(list(25, "top-1", "hat-30"));
    }

    @Test
    void afterASwitchOfModelsPagesStillComeFromTheVersionOfTheFirst() {
        List<String> all = pages(OF_ANNA + "?limit=7", () -> api.lists.activate(SHOP, SECOND));

        assertThat(all).containsExactlyElementsOf(list(25, "top-1", "hat-30"));
        assertThat(api.get(OF_ANNA).text("model_version")).isEqualTo("als-2");
    }

    @Test
    void aPageNamesTheVersionThatItCameFrom() {
        Answer first = api.get(OF_ANNA + "?limit=7");
        api.lists.activate(SHOP, SECOND);

        assertThat(next(OF_ANNA + "?limit=7", first).text("model_version")).isEqualTo("als-1");
    }

    @Test
    void whoHadNoListOnTheFirstPageGetsNoneOnTheSecond() {
        String ofNobody = "/v1/users/nobody/recommendations?limit=2";
        Answer first = api.get(ofNobody);
        api.lists.put(SHOP, SECOND, ListKind.NEW_FOR_YOU, "nobody", Lists.of("als-2", "hat", 9));
        api.lists.activate(SHOP, SECOND);

        assertThat(ids(first)).containsExactly("hat-7", "top-1");
        assertThat(ids(next(ofNobody, first))).containsExactly("hat-30", "top-2");
    }

    @Test
    void filtersHoldOnEveryPage() {
        String filtered = OF_ANNA + "?limit=4&exclude=hat-2,top-1,hat-20";

        assertThat(pages(filtered, () -> api.stock.put(SHOP, "hat-24")))
                .hasSize(25 - 3 + 1)
                .doesNotContain("hat-2", "hat-20", "hat-24", "top-1", "top-2")
                .doesNotHaveDuplicates();
    }

    @Test
    void theSizeOfAPageMayChange() {
        Answer first = api.get(OF_ANNA + "?limit=3");

        assertThat(ids(next(OF_ANNA + "?limit=5", first))).containsExactly("hat-4", "hat-5", "hat-6", "hat-7", "hat-8");
    }

    @Test
    void theLastPageHasNoCursor() {
        assertThat(api.get(OF_ANNA + "?limit=100").json().path("cursor").isNull())
                .isTrue();
    }

    @Test
    void aCursorWhoseListsWereCleanedUpSaysHowToBeginAnew() {
        Answer first = api.get(OF_ANNA + "?limit=7");
        api.lists.activate(SHOP, SECOND);
        api.lists.remove(FIRST);

        Answer second = next(OF_ANNA + "?limit=7", first);

        assertThat(second.status()).isEqualTo(410);
        assertThat(second.json().path("error").path("code").asText()).isEqualTo("expired_cursor");
        assertThat(second.json().path("error").path("message").asText()).contains("ask again without cursor");
    }

    @Test
    void aCursorIntoBestSellersThatWereRebuiltSaysHowToBeginAnew() {
        Answer filled = api.get(OF_ANNA + "?limit=26");
        api.bestSellers.put(
                SHOP,
                "*",
                Lists.madeAt(Lists.GENERATED_AT.plusSeconds(60), Lists.ofItems("best-2", "top-1:Tea", "x:Tea")));

        assertThat(next(OF_ANNA, filled).status()).isEqualTo(410);
    }

    @Test
    void bestSellersMayBeRebuiltWhileNoPageHasReachedThem() {
        Answer first = api.get(OF_ANNA + "?limit=20");
        api.bestSellers.put(
                SHOP, "*", Lists.madeAt(Lists.GENERATED_AT.plusSeconds(60), Lists.ofItems("best-2", "new:Tea")));

        assertThat(ids(next(OF_ANNA, first))).contains("new");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/users/bob/recommendations?",
                "/v1/users/anna/buy-again?",
                "/v1/users/anna/recommendations?category=Hats&",
                "/v1/users/anna/recommendations?exclude=hat-1&",
                "/v1/users/anna/recommendations?in_stock=false&",
                "/v1/users/anna/recommendations?include_purchased=true&",
                "/v1/best-sellers?"
            })
    void aCursorIsOfNoUseForAnotherQuestion(String other) {
        Answer first = api.get(OF_ANNA + "?limit=3");

        Answer refused = api.get(other + "cursor=" + first.text("cursor"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("error").path("details").path("field").asText())
                .isEqualTo("cursor");
    }

    @Test
    void aCursorIsOfNoUseForAnotherTenant() {
        api.tenants.put(new TenantId("store"));
        Answer first = api.get(OF_ANNA + "?limit=3");

        assertThat(api.get(OF_ANNA + "?cursor=" + first.text("cursor"), "Tandem-Tenant", "store")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whenTheStoreFailsALaterPageIsNotMadeOfOtherLists() {
        Answer first = api.get(OF_ANNA + "?limit=3");
        api.availability.down();

        assertThat(next(OF_ANNA + "?limit=3", first).status()).isEqualTo(503);
    }

    private List<String> pages(String path, Runnable afterTheFirst) {
        Answer page = api.get(path);
        List<String> all = new ArrayList<>(ids(page));
        afterTheFirst.run();
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

    private static List<String> list(int hats, String... more) {
        return Stream.concat(IntStream.rangeClosed(1, hats).mapToObj(i -> "hat-" + i), Stream.of(more))
                .toList();
    }

    private static String[] reversedHats() {
        return IntStream.rangeClosed(1, 40)
                .mapToObj(i -> "hat-" + (41 - i) + ":Hats")
                .toArray(String[]::new);
    }
}
