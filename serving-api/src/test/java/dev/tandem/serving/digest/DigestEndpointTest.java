package dev.tandem.serving.digest;

import static dev.tandem.serving.RunningApi.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import dev.tandem.serving.item.Item;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DigestEndpointTest {
    private static final String FACTS =
            """
            "ratings":7,"critical_ratings":4,"mean_score":3.14,"scores":{"1":1,"2":1,"3":2,"4":2,"5":1},\
            "interval_start":"2026-01-01T00:00:00Z","interval_end":"2026-01-02T00:00:00Z"}""";
    private static final String NOTHING =
            """
            "ratings":0,"critical_ratings":0,"mean_score":null,"scores":{"1":0,"2":0,"3":0,"4":0,"5":0},\
            "interval_start":null,"interval_end":null}""";

    private final RunningApi api = new RunningApi();

    @BeforeEach
    void digest() {
        api.items.put(SHOP, new Item("a/hat", "Hat", "Hats", null, null, Map.of()));
        api.items.put(SHOP, new Item("scarf", "Scarf", "Scarves", null, null, Map.of()));
        api.digests.putItem(SHOP, "a/hat", DigestStoreContract.DIGEST);
        api.digests.putCategory(SHOP, "Hats", DigestStoreContract.DIGEST);
        api.digests.putCategory(SHOP, "*", DigestStoreContract.DIGEST);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void anItemsRatingsAreAddedUp() {
        Answer answer = api.get("/v1/items/a%2Fhat/feedback");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("private, max-age=30");
        assertThat(answer.text()).isEqualTo("{\"item_id\":\"a/hat\"," + FACTS);
    }

    @Test
    void anItemThatNobodyRatedHasNoRatings() {
        assertThat(api.get("/v1/items/scarf/feedback").text()).isEqualTo("{\"item_id\":\"scarf\"," + NOTHING);
    }

    @Test
    void anUnknownItemIsNotFound() {
        Answer answer = api.get("/v1/items/nothing/feedback");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().at("/error/code").asText()).isEqualTo("unknown_item");
    }

    @Test
    void aCategorysRatingsAreAddedUpAndThoseOfAll() {
        assertThat(api.get("/v1/categories/Hats/feedback").text()).isEqualTo("{\"category\":\"Hats\"," + FACTS);
        assertThat(api.get("/v1/categories/*/feedback").text()).isEqualTo("{\"category\":\"*\"," + FACTS);
    }

    @Test
    void aCategoryThatThereIsNotIsNoError() {
        assertThat(api.get("/v1/categories/New%20ones/feedback").text())
                .isEqualTo("{\"category\":\"New ones\"," + NOTHING);
    }

    @Test
    void aCategoryOfBlanksIsNone() {
        assertThat(api.get("/v1/categories/%20/feedback").status()).isEqualTo(400);
    }
}
