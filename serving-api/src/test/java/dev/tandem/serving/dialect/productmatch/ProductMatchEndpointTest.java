package dev.tandem.serving.dialect.productmatch;

import static dev.tandem.serving.RunningApi.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.core.recommendation.RankedItem;
import dev.tandem.core.recommendation.RankedItems;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import dev.tandem.serving.history.ItemView;
import dev.tandem.serving.item.Item;
import dev.tandem.serving.ranking.Lists;
import dev.tandem.serving.ranking.RankedList;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductMatchEndpointTest {
    private static final String LATEST = "/api/v1/user_nav_history_latest_products/";
    private static final String RECOMMENDED = "/api/v1/user_history_recommendations/";
    private static final UserId USER = new UserId("user-39");
    private static final Instant AT = Instant.parse("2026-01-02T10:00:00Z");

    private final RunningApi api = new RunningApi();
    private int views;

    @AfterEach
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/?format=json"})
    void theLastTenDifferentProductsComeNewestFirst(String end) {
        for (int product = 1; product <= 12; product++) {
            view("product-" + product);
        }
        view("product-5");

        Answer answer = api.get("/api/v1/user_nav_history_latest_products" + end, "user-id", "user-39");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.text())
                .isEqualTo(
                        """
                        {"user-id":"user-39","products":["product-5","product-12","product-11","product-10","product-9",\
                        "product-8","product-7","product-6","product-4","product-3"],"type":"personalized"}""");
    }

    @Test
    void fewerThanFiveDifferentProductsAreNone() {
        view("product-1");
        view("product-2");
        view("product-3");
        view("product-4");
        view("product-4");

        assertThat(latest()).isEqualTo("{\"user-id\":\"user-39\",\"products\":[],\"type\":\"personalized\"}");

        view("product-5");

        assertThat(latest()).contains("[\"product-5\",\"product-4\",\"product-3\",\"product-2\",\"product-1\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/"})
    void aProductIsTakenOutOfTheHistory(String end) {
        for (int product = 1; product <= 6; product++) {
            view("product-" + product);
        }

        Answer answer = api.send(
                "DELETE",
                "/api/v1/user_nav_history_latest_products" + end,
                "user-id",
                "user-39",
                "product-id",
                "product-3");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"Message\":\"Transaction completed!\"}");
        assertThat(latest()).contains("[\"product-6\",\"product-5\",\"product-4\",\"product-2\",\"product-1\"]");
    }

    @Test
    void whatIsNotInTheHistoryIsTakenOutToo() {
        assertThat(api.send("DELETE", LATEST, "user-id", "user-39", "product-id", "product-773")
                        .text())
                .isEqualTo("{\"Message\":\"Transaction completed!\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/v1/user_nav_history_latest_products/",
        "DELETE,/api/v1/user_nav_history_latest_products/",
        "GET,/api/v1/user_history_recommendations/"
    })
    void withoutAUserThereIsNoAnswer(String method, String path) {
        for (Answer answer : List.of(
                api.send(method, path),
                api.send(method, path, "product-id", "product-773"),
                api.send(method, path, "user-id", ""))) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).isEqualTo("{\"Error\":\"Missing user-id parameter\"}");
        }
    }

    @Test
    void withoutAProductNothingIsTakenOut() {
        Answer answer = api.send("DELETE", LATEST, "user-id", "user-39");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo("{\"Error\":\"Missing product-id parameter\"}");
    }

    @Test
    void anIdThatCannotBeIsRefusedInTheSameForm() {
        Answer tooLong = api.get(LATEST, "user-id", "x".repeat(129));
        Answer twice = api.get(RECOMMENDED, "user-id", "user-1", "user-id", "user-2");

        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.text())
                .startsWith("{\"Error\":\"user-id is 'xxxx")
                .endsWith("allowed: 1 to 128 characters, not all blank, no control characters\"}");
        assertThat(twice.text()).isEqualTo("{\"Error\":\"user-id is given more than once\"}");
        assertThat(api.send("DELETE", LATEST, "user-id", "user-39", "product-id", "x".repeat(129))
                        .text())
                .startsWith("{\"Error\":\"product-id is 'xxxx");
    }

    @Test
    void anIdIsDataAndNeverPartOfAQuestion() {
        assertThat(api.get(LATEST, "user-id", "' OR userid != '").text())
                .isEqualTo("{\"user-id\":\"' OR userid != '\",\"products\":[],\"type\":\"personalized\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "POST; /api/v1/user_nav_history_latest_products/; GET, DELETE, HEAD",
                "PUT; /api/v1/user_nav_history_latest_products; GET, DELETE, HEAD",
                "DELETE; /api/v1/user_history_recommendations/; GET, HEAD",
                "PATCH; /api/v1/user_history_recommendations; GET, HEAD"
            })
    void anotherMethodIsNotAllowed(String method, String path, String allowed) {
        Answer answer = api.send(method, path, "user-id", "user-39");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo(allowed);
        assertThat(answer.text()).isEqualTo("{\"detail\":\"Method \\\"%s\\\" not allowed.\"}".formatted(method));
    }

    @Test
    void aHistoryGetsTheBestSellersOfItsCategoriesByBuyers() {
        catalog("hat", "Hats");
        catalog("cup", "Kitchen");
        bestSellers("Hats", seller("hat-a", 9), seller("hat-b", 5), seller("hat-c", 1));
        bestSellers("Kitchen", seller("cup-b", 9), seller("cup-a", 5), seller("cup-c", 4));
        bestSellers("*", seller("top", 99));
        view("hat");
        view("cup");

        assertThat(recommended())
                .isEqualTo(
                        """
                        {"user-id":"user-39","products":["cup-b","hat-a","cup-a","hat-b","cup-c","hat-c"],\
                        "type":"personalized"}""");
    }

    @Test
    void threeCategoriesCountAndTenProductsAreShown() {
        for (String category : List.of("A", "B", "C", "D")) {
            catalog("of-" + category, category);
            bestSellers(category, sellers(category, 12));
        }
        view("of-D");
        for (String category : List.of("A", "B", "C")) {
            view("of-" + category);
            view("of-" + category);
        }

        List<String> products = recommendedProducts();

        assertThat(products).hasSize(10).startsWith("A-1", "B-1", "C-1", "A-2").doesNotContain("D-1");
    }

    @Test
    void aHistoryWhoseCategoriesSoldFewerThanFiveGetsNothing() {
        catalog("hat", "Hats");
        bestSellers("Hats", sellers("hat", 4));
        bestSellers("*", sellers("top", 12));
        view("hat");

        assertThat(recommended()).isEqualTo("{\"user-id\":\"user-39\",\"products\":[],\"type\":\"personalized\"}");
    }

    @Test
    void aHistoryOfUnknownProductsGetsNothing() {
        bestSellers("*", sellers("top", 12));
        view("never-heard-of");

        assertThat(recommended()).contains("\"products\":[]", "\"personalized\"");
    }

    @Test
    void withoutAHistoryTheBestSellersOfAllCategoriesCome() {
        bestSellers("*", sellers("top", 12));

        Answer answer = api.get(RECOMMENDED, "user-id", "user-39");

        assertThat(answer.text())
                .isEqualTo(
                        """
                        {"user-id":"user-39","products":["top-1","top-2","top-3","top-4","top-5","top-6","top-7","top-8",\
                        "top-9","top-10"],"type":"non-personalized"}""");
    }

    @Test
    void aHistoryOfWhichAllWasTakenOutIsNone() {
        bestSellers("*", sellers("top", 4));
        view("hat");
        api.send("DELETE", LATEST, "user-id", "user-39", "product-id", "hat");

        assertThat(recommended()).isEqualTo("{\"user-id\":\"user-39\",\"products\":[],\"type\":\"non-personalized\"}");
    }

    @Test
    void aLongHistoryOfManyProductsIsLookedUpWhole() {
        for (int product = 0; product < 500; product++) {
            catalog("product-" + product, "Category " + product % 2);
            view("product-" + product);
        }
        bestSellers("Category 0", sellers("even", 5));
        bestSellers("Category 1", sellers("odd", 5));

        assertThat(recommendedProducts()).hasSize(10).startsWith("even-1", "odd-1");
    }

    @Test
    void withoutTheStoreThereIsNoAnswer() {
        recommended();
        api.availability.down();

        assertThat(api.get(RECOMMENDED, "user-id", "user-39").status()).isEqualTo(503);
        assertThat(api.get(LATEST, "user-id", "user-39").status()).isEqualTo(503);
    }

    private void view(String product) {
        views++;
        api.history.put(SHOP, USER, new ItemView("e" + views, product, AT.plusSeconds(views)));
    }

    private void catalog(String product, String category) {
        api.items.put(SHOP, new Item(product, product, category, null, null, Map.of()));
    }

    private void bestSellers(String category, RankedItem... sellers) {
        api.bestSellers.put(
                SHOP,
                category,
                new RankedList(
                        RankedItems.encode(List.of(sellers)).getBytes(StandardCharsets.UTF_8),
                        "best-1",
                        Lists.EVENTS_UNTIL,
                        Lists.GENERATED_AT));
    }

    private static RankedItem[] sellers(String prefix, int count) {
        List<RankedItem> sellers = new ArrayList<>();
        for (int place = 1; place <= count; place++) {
            sellers.add(seller(prefix + "-" + place, 100 - place));
        }
        return sellers.toArray(RankedItem[]::new);
    }

    private static RankedItem seller(String product, int buyers) {
        return new RankedItem(product, buyers, product, "any");
    }

    private String latest() {
        return api.get(LATEST, "user-id", "user-39").text();
    }

    private String recommended() {
        return api.get(RECOMMENDED, "user-id", "user-39").text();
    }

    private List<String> recommendedProducts() {
        JsonNode products = api.get(RECOMMENDED, "user-id", "user-39").json().path("products");
        return StreamSupport.stream(products.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
