package dev.tandem.serving.dialect.productmatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.core.recommendation.RankedItem;
import dev.tandem.core.recommendation.RankedItems;
import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.AnswerSettings;
import dev.tandem.serving.ApiCaller;
import dev.tandem.serving.Dependencies;
import dev.tandem.serving.ServingApi;
import dev.tandem.serving.cassandra.LeasedCassandra;
import dev.tandem.serving.demotion.Demotion;
import dev.tandem.serving.ranking.Lists;
import io.javalin.Javalin;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The three requests of the dialect over rows in a real Cassandra. */
class ProductMatchIT {
    private static final TenantId TENANT = new TenantId("productmatch");
    private static final String LATEST = "/api/v1/user_nav_history_latest_products";
    private static final String RECOMMENDED = "/api/v1/user_history_recommendations/";
    private static final Duration SECONDS = Duration.ofSeconds(2);

    private final Javalin api = ServingApi.create(Dependencies.on(
                    LeasedCassandra.client(),
                    new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                    new AnswerSettings(
                            new TenantId("another"),
                            TENANT,
                            TENANT,
                            SECONDS,
                            SECONDS,
                            SECONDS,
                            SECONDS,
                            SECONDS,
                            Duration.ZERO,
                            Duration.ZERO,
                            Duration.ZERO,
                            Demotion.Choice.ON)))
            .start("127.0.0.1", 0);
    private final ApiCaller caller = new ApiCaller(api.port());

    @BeforeEach
    void fill() {
        LeasedCassandra.insert(CassandraTables.TENANTS, TENANT.value(), "A shop");
        for (int product = 1; product <= 6; product++) {
            LeasedCassandra.insert(
                    CassandraTables.ITEMS,
                    TENANT.value(),
                    "product-" + product,
                    "A product",
                    "category-" + product % 2,
                    null,
                    true,
                    Map.of());
        }
        bestSellers("category-0", "even");
        bestSellers("category-1", "odd");
        bestSellers("*", "top");
    }

    @AfterEach
    void stop() {
        api.stop();
    }

    @Test
    void whoLookedAtProductsGetsThemAndWhatSellsInTheirCategories() {
        for (int product = 1; product <= 6; product++) {
            view("user-39", product);
        }

        assertThat(caller.get(LATEST, "user-id", "user-39").text())
                .isEqualTo(
                        """
                        {"user-id":"user-39","products":["product-6","product-5","product-4","product-3","product-2",\
                        "product-1"],"type":"personalized"}""");
        assertThat(caller.get(RECOMMENDED, "user-id", "user-39").text())
                .isEqualTo(
                        """
                        {"user-id":"user-39","products":["even-1","odd-1","even-2","odd-2","even-3","odd-3","even-4",\
                        "odd-4","even-5","odd-5"],"type":"personalized"}""");
    }

    @Test
    void whoDidNotGetsWhatSellsEverywhere() {
        assertThat(caller.get(RECOMMENDED, "user-id", "user-1").text())
                .isEqualTo(
                        """
                        {"user-id":"user-1","products":["top-1","top-2","top-3","top-4","top-5"],\
                        "type":"non-personalized"}""");
    }

    @Test
    void aProductTakenOutStaysOutAlsoAgainstAViewStillInFlight() {
        for (int product = 1; product <= 6; product++) {
            view("user-2", product);
        }

        assertThat(caller.send("DELETE", LATEST, "user-id", "user-2", "product-id", "product-6")
                        .text())
                .isEqualTo("{\"Message\":\"Transaction completed!\"}");
        view("user-2", 6);

        assertThat(caller.get(LATEST, "user-id", "user-2").text()).doesNotContain("product-6");

        LeasedCassandra.insert(
                CassandraTables.VIEWS_BY_USER,
                TENANT.value(),
                "user-2",
                Instant.now().plusSeconds(1),
                "later",
                "product-6",
                null);
        await().until(() -> caller.get(LATEST, "user-id", "user-2").text().contains("[\"product-6\""));
    }

    private static void view(String user, int product) {
        LeasedCassandra.insert(
                CassandraTables.VIEWS_BY_USER,
                TENANT.value(),
                user,
                Instant.now().minusSeconds(60 - product),
                "view-of-" + product,
                "product-" + product,
                "desktop");
    }

    private static void bestSellers(String category, String prefix) {
        List<RankedItem> sellers = IntStream.rangeClosed(1, 5)
                .mapToObj(place -> new RankedItem(prefix + "-" + place, 10 - place, "A product", category))
                .toList();
        LeasedCassandra.insert(
                CassandraTables.BEST_SELLERS_BY_CATEGORY,
                TENANT.value(),
                category,
                "best-1",
                RankedItems.encode(sellers),
                Lists.EVENTS_UNTIL,
                Lists.GENERATED_AT);
    }
}
