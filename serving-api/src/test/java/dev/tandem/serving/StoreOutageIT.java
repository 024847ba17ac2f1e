package dev.tandem.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.core.schema.CassandraTables;
import dev.tandem.core.settings.CassandraSettings;
import dev.tandem.core.shop.TenantId;
import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.cassandra.BreakableLink;
import dev.tandem.serving.cassandra.CassandraClient;
import dev.tandem.serving.cassandra.LeasedCassandra;
import dev.tandem.serving.ranking.Lists;
import io.javalin.Javalin;
import java.time.Duration;
import java.util.List;
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
    private final CassandraClient client = CassandraClient.connect(
            new CassandraSettings(
                    List.of(link.address()),
                    cassandra.localDatacenter(),
                    cassandra.keyspace(),
                    cassandra.user(),
                    cassandra.password()),
            Duration.ofSeconds(1));
    private final Javalin api = ServingApi.create(Dependencies.on(
                    client,
                    new AnswerSettings(
                            TENANT,
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(2))))
            .start("127.0.0.1", 0);
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
