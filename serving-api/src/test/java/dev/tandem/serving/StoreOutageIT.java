package dev.tandem.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.settings.CassandraSettings;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.cassandra.BreakableLink;
import dev.tandem.serving.cassandra.CassandraClient;
import dev.tandem.serving.cassandra.LeasedCassandra;
import dev.tandem.serving.cassandra.ReadLimits;
import dev.tandem.serving.demotion.Demotion;
import dev.tandem.serving.ranking.Lists;
import io.javalin.Javalin;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The API as it is put together for production, over a Cassandra that comes and goes. */
class StoreOutageIT {
    private static final TenantId TENANT = new TenantId("outage");
    private static final String OF_ANNA = "/v1/users/anna/recommendations";
    private static final Duration SECONDS = Duration.ofSeconds(15);

    private final CassandraSettings cassandra = LeasedCassandra.settings();
    private final BreakableLink link =
            new BreakableLink(cassandra.contactPoints().get(0));
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final CassandraClient client = CassandraClient.connect(
            new CassandraSettings(
                    List.of(link.address()),
                    cassandra.localDatacenter(),
                    cassandra.keyspace(),
                    cassandra.user(),
                    cassandra.password()),
            new ReadLimits(Duration.ofSeconds(1), 50),
            metrics);
    private final Javalin api = ServingApi.create(Dependencies.on(
                    client,
                    metrics,
                    new AnswerSettings(
                            TENANT,
                            TENANT,
                            TENANT,
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(2),
                            Duration.ZERO,
                            Duration.ZERO,
                            Demotion.Choice.ON)))
            .start("127.0.0.1", 0);
    private final ExecutorService callers = Executors.newFixedThreadPool(30);
    private final ApiCaller caller = new ApiCaller(api.port());

    @BeforeEach
    void publish() {
        LeasedCassandra.insert(CassandraTables.TENANTS, TENANT.value(), "A shop");
        activate("als-1");
        for (String version : List.of("als-1", "als-2")) {
            LeasedCassandra.insert(
                    CassandraTables.RECOMMENDATIONS_BY_USER,
                    TENANT.value(),
                    version,
                    "anna",
                    Lists.encoded("hat", 20),
                    Lists.EVENTS_UNTIL,
                    Lists.GENERATED_AT);
        }
        LeasedCassandra.insert(
                CassandraTables.BEST_SELLERS_BY_CATEGORY,
                TENANT.value(),
                "*",
                "best-1",
                Lists.encoded("top", 20),
                Lists.EVENTS_UNTIL,
                Lists.GENERATED_AT);
    }

    @AfterEach
    void stop() {
        callers.shutdownNow();
        api.stop();
        client.close();
        link.close();
    }

    @Test
    void startsWithoutCassandraDegradesWithoutItAndRecoversBothTimesByItself() {
        assertThat(caller.get("/health/ready").json().path("missing").findValuesAsText("what"))
                .containsExactly("cassandra");
        assertThat(caller.get(OF_ANNA).status()).isEqualTo(503);

        link.mend();
        await().atMost(SECONDS).until(() -> source().equals("model"));
        assertThat(caller.get("/health/ready").status()).isEqualTo(200);

        link.cut();
        await().atMost(SECONDS).until(() -> source().equals("best_sellers"));
        assertThat(caller.get("/metrics").text())
                .contains("tandem_active_model{model_version=\"als-1\",tenant=\"outage\"} 1");
        assertThat(caller.get("/v1/best-sellers").status()).isEqualTo(200);
        assertThat(caller.get("/v1/items/hat-1").status()).isEqualTo(503);
        assertThat(caller.get("/health/ready").status()).isEqualTo(503);

        link.mend();
        await().atMost(SECONDS).until(() -> source().equals("model"));
    }

    @Test
    void aSwitchOfModelsTakesEffectWithinFiveSeconds() {
        link.mend();
        await().atMost(SECONDS).until(() -> version().equals("als-1"));

        activate("als-2");

        await().atMost(Duration.ofSeconds(5)).until(() -> version().equals("als-2"));
    }

    @Test
    void whileCassandraHangsEveryRequestIsAnsweredAndSoonWithoutAskingIt() {
        link.mend();
        await().atMost(SECONDS).until(() -> source().equals("model"));

        link.freeze();
        List<CompletableFuture<Answer>> hanging = IntStream.range(0, 60)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> caller.get("/v1/items/hat-" + i), callers))
                .toList();
        assertThat(hanging)
                .allSatisfy(answer ->
                        assertThat(answer.get(10, TimeUnit.SECONDS).status()).isEqualTo(503));
        assertThat(metrics.get("tandem.store.circuit.open").gauge().value()).isEqualTo(1);
        for (int i = 0; i < 20; i++) {
            assertThat(caller.get(OF_ANNA).text("source")).isEqualTo("best_sellers");
            assertThat(caller.get("/v1/items/hat-1").status()).isEqualTo(503);
        }

        assertThat(metrics.get("tandem.store.errors")
                        .tag("kind", "circuit_open")
                        .counter()
                        .count())
                .isGreaterThan(20);
        assertThat(metrics.get("tandem.store.errors")
                        .tag("kind", "timeout")
                        .counter()
                        .count())
                .isPositive();

        link.mend();
        await().atMost(SECONDS).until(() -> source().equals("model"));
    }

    @Test
    void aStopLetsAnswersUnderWayFinishAndRefusesNewCallers() throws Exception {
        link.mend();
        await().atMost(SECONDS).until(() -> source().equals("model"));
        link.freeze();
        CompletableFuture<Answer> underWay = CompletableFuture.supplyAsync(() -> caller.get("/v1/items/hat-1"));
        await().atMost(SECONDS)
                .until(() -> metrics.get("tandem.store.reads.under.way").gauge().value() > 0);

        api.stop();

        assertThat(underWay.get(10, TimeUnit.SECONDS).status()).isEqualTo(503);
        assertThatThrownBy(() -> caller.get("/health/live")).hasCauseInstanceOf(ConnectException.class);
    }

    private static void activate(String version) {
        LeasedCassandra.insert(
                CassandraTables.ACTIVE_MODELS, TENANT.value(), version, Lists.EVENTS_UNTIL, Lists.GENERATED_AT);
    }

    private String source() {
        Answer answer = caller.get(OF_ANNA);
        return answer.json().path("source").asText();
    }

    private String version() {
        return caller.get(OF_ANNA).json().path("model_version").asText();
    }
}
