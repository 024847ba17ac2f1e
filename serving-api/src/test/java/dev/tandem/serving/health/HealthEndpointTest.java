package dev.tandem.serving.health;

import static dev.tandem.serving.RunningApi.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import dev.tandem.serving.health.StoreState.TenantState;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthEndpointTest {
    private final RunningApi api = new RunningApi();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void theProcessLivesAlsoWhenTheStoreIsDown() {
        api.availability.down();

        Answer answer = api.get("/health/live");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"status\":\"live\"}");
    }

    @Test
    void withEverythingThereItIsReady() {
        api.inspection.set(new StoreState.Complete(List.of(new TenantState(SHOP, true, true))));

        Answer answer = api.get("/health/ready");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"status\":\"ready\",\"missing\":[]}");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
    }

    @Test
    void aStoreThatIsDownIsNamedWithTheCommandToType() {
        api.availability.down();

        Answer answer = api.get("/health/ready");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text())
                .isEqualTo(
                        """
                        {"status":"not_ready","missing":[{"what":"cassandra","message":"Cassandra cannot be reached",\
                        "next":"./tandem up"}]}""");
    }

    @Test
    void aStoreThatIsSilentCountsAsDown() {
        api.availability.silent();

        assertThat(missing(api.get("/health/ready"))).containsExactly("cassandra");
    }

    @Test
    void missingTablesAreNamed() {
        api.inspection.set(new StoreState.WithoutSchema(List.of("items", "users")));

        Answer answer = api.get("/health/ready");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(missing(answer)).containsExactly("schema");
        assertThat(answer.text()).contains("items, users");
    }

    @Test
    void withoutATenantNothingCanBeServed() {
        api.inspection.set(new StoreState.Complete(List.of()));

        Answer answer = api.get("/health/ready");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(missing(answer)).containsExactly("tenants");
    }

    @Test
    void aTenantWithoutAnyListIsNotServed() {
        api.inspection.set(new StoreState.Complete(List.of(new TenantState(SHOP, false, false))));

        Answer answer = api.get("/health/ready");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(missing(answer)).containsExactly("best_sellers", "active_model");
    }

    @Test
    void aTenantsGapIsNamedButIsNotEverybodysOutage() {
        api.inspection.set(new StoreState.Complete(
                List.of(new TenantState(SHOP, true, true), new TenantState(new TenantId("store"), false, true))));

        Answer answer = api.get("/health/ready");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("status").asText()).isEqualTo("degraded");
        assertThat(answer.json().path("missing").path(0).path("next").asText())
                .isEqualTo("./tandem run train-recommender --tenant=store"
                        + " && ./tandem run publish-recommendations --tenant=store");
    }

    private static List<String> missing(Answer answer) {
        return answer.json().path("missing").findValuesAsText("what");
    }
}
