package dev.tandem.serving.because;

import static dev.tandem.serving.RunningApi.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.core.foldin.OrderLine;
import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.core.shop.ItemId;
import dev.tandem.core.shop.OrderKind;
import dev.tandem.core.shop.TenantId;
import dev.tandem.core.shop.UserId;
import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import dev.tandem.serving.foldin.SmallModels;
import dev.tandem.serving.history.ItemView;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BecauseEndpointTest {
    private static final String CANDLE_2 = "/v1/users/anna/recommendations/candle-2/because";
    private static final UserId ANNA = new UserId("anna");
    private static final ModelVersion FIRST = new ModelVersion("als-1");

    private final RunningApi api = new RunningApi();

    @BeforeEach
    void publish() {
        api.models.put(SmallModels.twoTastes(SHOP, FIRST));
        api.lists.activate(SHOP, FIRST);
        Instant lately = Instant.now().minusSeconds(60);
        api.orders.put(SHOP, ANNA, new OrderLine("order-1", "candle-1", 1, lately, OrderKind.SALE, null));
        api.orders.put(SHOP, ANNA, new OrderLine("order-2", "lamp-1", 1, lately, OrderKind.SALE, lately));
        api.history.put(SHOP, ANNA, new ItemView("view-1", "candle-3", lately));
        api.history.put(SHOP, ANNA, new ItemView("view-2", "lamp-1", lately));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void whatSpeaksForAnItemIsNamedTheStrongestFirstWithItsShare() {
        Answer answer = api.get(CANDLE_2);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
        JsonNode because = answer.json();
        assertThat(because.path("user_id").asText()).isEqualTo("anna");
        assertThat(because.path("item_id").asText()).isEqualTo("candle-2");
        assertThat(because.path("model_version").asText()).isEqualTo("als-1");
        assertThat(because.path("message").isNull()).isTrue();
        assertThat(because.path("because").findValuesAsText("item_id")).startsWith("candle-1", "candle-3");
        assertThat(because.path("because").findValuesAsText("kind")).startsWith("order", "view");
        assertThat(because.path("because").path(0).path("name").asText()).isEqualTo("First candle");
        assertThat(because.path("because").findValues("share").stream()
                        .map(JsonNode::decimalValue)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("1");
    }

    @Test
    void anotherItemHasOtherReasons() {
        JsonNode because =
                api.get("/v1/users/anna/recommendations/lamp-2/because").json();

        assertThat(because.path("because").path(0).path("item_id").asText()).isEqualTo("lamp-1");
    }

    @Test
    void forAUserWithoutAHistoryNothingSpeaksAndTheAnswerSaysSo() {
        Answer answer = api.get("/v1/users/nobody/recommendations/candle-2/because");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("because")).isEmpty();
        assertThat(answer.text("message"))
                .isEqualTo("Nothing is known that user 'nobody' bought or viewed, so nothing speaks for the item");
    }

    @Test
    void aHistoryOfWhichTheModelKnowsNothingIsNoReason() {
        api.history.put(SHOP, new UserId("ben"), new ItemView("view-3", "brand-new", Instant.now()));

        Answer answer = api.get("/v1/users/ben/recommendations/candle-2/because");

        assertThat(answer.json().path("because")).isEmpty();
        assertThat(answer.text("message")).isEqualTo("Nothing that user 'ben' bought or viewed speaks for the item");
    }

    @Test
    void whatTheUserTookOutOfTheHistoryIsNoReason() {
        api.history
                .remove(SHOP, ANNA, new ItemId("candle-3"), Instant.now())
                .toCompletableFuture()
                .join();

        assertThat(api.get(CANDLE_2).json().path("because").findValuesAsText("item_id"))
                .startsWith("candle-1")
                .doesNotContain("candle-3");
    }

    @Test
    void anItemThatTheModelDoesNotKnowIsNotFound() {
        Answer answer = api.get("/v1/users/anna/recommendations/brand-new/because");

        assertThat(answer.status()).isEqualTo(404);
        JsonNode error = answer.json().path("error");
        assertThat(error.path("code").asText()).isEqualTo("unknown_item");
        assertThat(error.path("details").path("value").asText()).isEqualTo("brand-new");
    }

    @Test
    void beforeTheFirstPublicationNoItemIsKnown() {
        api.tenants.put(new TenantId("store"));

        assertThat(api.get(CANDLE_2, "Tandem-Tenant", "store").status()).isEqualTo(404);
    }

    @Test
    void whenTheStoreFailsTheCallerMayTryAgain() {
        api.availability.down();

        Answer answer = api.get(CANDLE_2);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }
}
