package dev.tandem.serving.metrics;

import static dev.tandem.serving.RunningApi.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.core.recommendation.ModelVersion;
import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import dev.tandem.serving.bestsellers.BestSellerStore;
import dev.tandem.serving.ranking.Lists;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsEndpointTest {
    private static final String ROUTE = "route=\"/v1/users/{user_id}/recommendations\"";

    private final RunningApi api = new RunningApi();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void answersAreTimedByRouteAndSourceAndCountedByStatus() {
        api.bestSellers.put(SHOP, BestSellerStore.ALL_CATEGORIES, Lists.of("best-1", "top", 3));
        api.get("/v1/users/anna/recommendations");
        api.get("/v1/users/ben/recommendations");
        api.get("/v1/users/ben/recommendations?limit=0");

        awaitSeries("tandem_request_seconds_count{" + ROUTE + ",source=\"best_sellers\"} 2");
        awaitSeries("tandem_request_seconds_bucket{" + ROUTE + ",source=\"best_sellers\",le=\"2.5\"} 2");
        awaitSeries("tandem_answers_total{" + ROUTE + ",status=\"200\"} 2");
        awaitSeries("tandem_answers_total{" + ROUTE + ",status=\"400\"} 1");
    }

    @Test
    void whatCallersInventMakesNoSeriesOfItsOwn() {
        api.get("/no/such/path");
        api.get("/v1/users/some-user-id/recommendations?nonsense=1");

        awaitSeries("tandem_answers_total{route=\"unmatched\",status=\"404\"} 1");
        assertThat(scrape().text()).doesNotContain("such", "some-user-id", "nonsense");
    }

    @Test
    void onlyTheModelThatIsActiveNowIsShown() {
        api.lists.activate(SHOP, new ModelVersion("als-1"));
        api.get("/v1/users/anna/recommendations");
        assertThat(scrape().text()).contains("tandem_active_model{model_version=\"als-1\",tenant=\"shop\"} 1");

        api.lists.activate(SHOP, new ModelVersion("als-2"));
        api.get("/v1/users/anna/recommendations");

        assertThat(scrape().text())
                .contains("tandem_active_model{model_version=\"als-2\",tenant=\"shop\"} 1")
                .containsPattern("tandem_active_model_age_seconds\\{tenant=\"shop\"} [1-9]")
                .doesNotContain("als-1");
    }

    @Test
    void theFormIsWhatPrometheusReads() {
        Answer answer = scrape();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
    }

    /** The count of an answer may come a moment after the answer. */
    private void awaitSeries(String line) {
        await().untilAsserted(() -> assertThat(scrape().text()).contains(line));
    }

    private Answer scrape() {
        return api.get("/metrics");
    }
}
