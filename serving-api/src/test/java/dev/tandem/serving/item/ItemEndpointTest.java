package dev.tandem.serving.item;

import static dev.tandem.serving.RunningApi.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ItemEndpointTest {
    private final RunningApi api = new RunningApi();

    @BeforeEach
    void stock() {
        api.items.put(
                SHOP, new Item("hat-1", "Red hat", "Hats", new BigDecimal("12.50"), true, Map.of("colour", "red")));
        api.items.put(SHOP, new Item("bare", null, null, null, null, Map.of()));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void anItemHasItsFacts() {
        Answer answer = api.get("/v1/items/hat-1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .isEqualTo(
                        """
                        {"item_id":"hat-1","name":"Red hat","category":"Hats","price":12.50,"in_stock":true,\
                        "attributes":{"colour":"red"}}""");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, max-age=30");
    }

    @Test
    void factsThatTheShopDidNotGiveAreNull() {
        assertThat(api.get("/v1/items/bare").text())
                .isEqualTo(
                        """
                        {"item_id":"bare","name":null,"category":null,"price":null,"in_stock":null,"attributes":{}}""");
    }

    @Test
    void anUnknownItemIsNotFound() {
        Answer answer = api.get("/v1/items/hat-2");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text())
                .isEqualTo(
                        """
                        {"error":{"code":"unknown_item","message":"Tenant 'shop' has no item 'hat-2'",\
                        "details":{"field":"item_id","value":"hat-2"}}}""");
    }

    @Test
    void anotherTenantsItemIsNotFound() {
        api.tenants.put(new TenantId("store"));

        assertThat(api.get("/v1/items/hat-1", "Tandem-Tenant", "store").status())
                .isEqualTo(404);
    }

    @Test
    void headTellsThereIsNoSuchItemToo() {
        assertThat(api.send("HEAD", "/v1/items/hat-1").status()).isEqualTo(200);
        assertThat(api.send("HEAD", "/v1/items/hat-2").status()).isEqualTo(404);
    }

    @Test
    void whenTheStoreFailsTheCallerMayTryAgain() {
        api.availability.down();

        Answer answer = api.get("/v1/items/hat-1");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void aDefectIsOwnedUpToWithoutShowingInnerWorkings() {
        api.availability.defective();

        Answer answer = api.get("/v1/items/hat-1");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text())
                .isEqualTo(
                        """
                        {"error":{"code":"internal","message":"Something is wrong inside Tandem; its log has more",\
                        "details":{}}}""");
    }
}
