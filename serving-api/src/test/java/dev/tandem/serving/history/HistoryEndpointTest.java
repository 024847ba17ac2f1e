package dev.tandem.serving.history;

import static dev.tandem.serving.RunningApi.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.shop.UserId;
import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryEndpointTest {
    private static final String OF_ANNA = "/v1/users/anna/history";
    private static final Instant AT = Instant.parse("2026-01-02T10:00:00Z");

    private final RunningApi api = new RunningApi();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void theLatestDifferentItemsAreListedNewestFirst() {
        view("hat", 0);
        view("cup", 1);
        view("hat", 2);

        Answer answer = api.get(OF_ANNA);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .isEqualTo(
                        """
                        {"user_id":"anna","items":[{"item_id":"hat","viewed_at":"2026-01-02T10:00:02Z"},\
                        {"item_id":"cup","viewed_at":"2026-01-02T10:00:01Z"}]}""");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
    }

    @Test
    void tenItemsAreListedUnlessAnotherNumberIsAskedFor() {
        for (int item = 0; item < 12; item++) {
            view("item-" + item, item);
        }

        assertThat(api.get(OF_ANNA).json().path("items")).hasSize(10);
        assertThat(api.get(OF_ANNA + "?limit=1").json().findValuesAsText("item_id"))
                .containsExactly("item-11");
        assertThat(api.get(OF_ANNA + "?limit=100").json().path("items")).hasSize(12);
    }

    @Test
    void aStrangersHistoryIsEmpty() {
        assertThat(api.get("/v1/users/nobody/history").text()).isEqualTo("{\"user_id\":\"nobody\",\"items\":[]}");
    }

    @Test
    void anItemTakenOutIsGoneAtOnceHoweverOften() {
        view("hat", 0);
        view("cup", 1);

        Answer first = api.send("DELETE", OF_ANNA + "/hat");
        Answer second = api.send("DELETE", OF_ANNA + "/hat");
        Answer ofAnother = api.send("DELETE", OF_ANNA + "/never-seen");

        assertThat(first.status()).isEqualTo(204);
        assertThat(first.text()).isEmpty();
        assertThat(second.status()).isEqualTo(204);
        assertThat(ofAnother.status()).isEqualTo(204);
        assertThat(api.get(OF_ANNA).json().findValuesAsText("item_id")).containsExactly("cup");
    }

    @Test
    void aLaterViewBringsItBack() {
        api.send("DELETE", OF_ANNA + "/hat");

        api.history.put(
                SHOP,
                new UserId("anna"),
                new ItemView("later", "hat", Instant.now().plusSeconds(1)));

        assertThat(api.get(OF_ANNA).json().findValuesAsText("item_id")).containsExactly("hat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=101", "?limit=x", "?cursor=x"})
    void whatCannotBeUsedIsRefused(String query) {
        assertThat(api.get(OF_ANNA + query).status()).isEqualTo(400);
    }

    @Test
    void idsAndTenantsAreCheckedAsEverywhere() {
        assertThat(api.get("/v1/users/" + "x".repeat(129) + "/history").status())
                .isEqualTo(400);
        assertThat(api.send("DELETE", OF_ANNA + "/" + "x".repeat(129)).text()).contains("\"field\":\"item_id\"");
        assertThat(api.get(OF_ANNA, "Tandem-Tenant", "shoe").status()).isEqualTo(404);
        assertThat(api.send("DELETE", OF_ANNA + "/hat", "Tandem-Tenant", "shoe").status())
                .isEqualTo(404);
        assertThat(api.send("POST", OF_ANNA + "/hat").header("Allow")).isEqualTo("DELETE");
    }

    @Test
    void withoutTheStoreThereIsNoHistoryAndNothingIsTakenOut() {
        api.get(OF_ANNA);
        api.availability.down();

        assertThat(api.get(OF_ANNA).status()).isEqualTo(503);
        assertThat(api.send("DELETE", OF_ANNA + "/hat").status()).isEqualTo(503);
    }

    private void view(String item, int seconds) {
        api.history.put(SHOP, new UserId("anna"), new ItemView(item + "-" + seconds, item, AT.plusSeconds(seconds)));
    }
}
