package dev.tandem.serving.recommendation;

import static dev.tandem.serving.RunningApi.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import dev.tandem.serving.published.ListKind;
import dev.tandem.serving.ranking.Lists;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BuyAgainEndpointTest {
    private static final ModelVersion FIRST = new ModelVersion("als-1");

    private final RunningApi api = new RunningApi();

    @BeforeEach
    void publish() {
        api.lists.activate(SHOP, FIRST);
        api.lists.put(
                SHOP,
                FIRST,
                ListKind.BUY_AGAIN,
                "anna",
                Lists.ofItems("als-1", "tea-1:Tea", "hat-1:Hats", "tea-2:Tea"));
        api.bestSellers.put(SHOP, "*", Lists.of("best-1", "top", 30));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void whatTheUserBoughtIsListedAndNothingElse() {
        Answer answer = api.get("/v1/users/anna/buy-again");

        assertThat(answer.text("user_id")).isEqualTo("anna");
        assertThat(answer.text("source")).isEqualTo("buy_again");
        assertThat(answer.text("model_version")).isEqualTo("als-1");
        assertThat(ids(answer.json())).containsExactly("tea-1", "hat-1", "tea-2");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
    }

    @Test
    void filtersApply() {
        api.stock.put(SHOP, "tea-1");

        assertThat(ids(api.get("/v1/users/anna/buy-again?category=Tea").json())).containsExactly("tea-2");
        assertThat(ids(api.get("/v1/users/anna/buy-again?exclude=tea-2&limit=1").json()))
                .containsExactly("hat-1");
    }

    @Test
    void aUserWithoutPurchasesGetsAnEmptyList() {
        Answer answer = api.get("/v1/users/nobody/buy-again");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("source")).isEqualTo("none");
        assertThat(answer.json().path("items")).isEmpty();
    }

    @Test
    void whetherPurchasesAreIncludedIsNoQuestionHere() {
        assertThat(api.get("/v1/users/anna/buy-again?include_purchased=true").status())
                .isEqualTo(400);
    }

    @Test
    void whenTheStoreFailsTheCallerMayTryAgain() {
        api.availability.down();

        assertThat(api.get("/v1/users/anna/buy-again").status()).isEqualTo(503);
    }

    private static List<String> ids(JsonNode answer) {
        return answer.path("items").findValuesAsText("item_id");
    }
}
