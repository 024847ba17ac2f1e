package dev.tandem.serving.retraining;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.airflow.AirflowSettings;
import dev.tandem.airflow.ContractAirflow;
import dev.tandem.core.settings.Secret;
import dev.tandem.serving.ApiCaller.Answer;
import dev.tandem.serving.RunningApi;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoint over HTTP, with a server behind it that keeps to Airflow's contract. */
class RetrainEndpointTest {
    private static final String PATH = RetrainHandler.PATH;
    private static final String END = "{\"interval_end\":\"2026-01-02T03:00:00Z\"}";

    private final ContractAirflow airflow = new ContractAirflow().withDag("tandem_train");
    private final RunningApi api = new RunningApi(Retraining.through(airflow.settings()));

    @AfterEach
    void stop() {
        api.close();
        airflow.close();
    }

    private static Answer post(RunningApi api, String body) {
        return api.post(PATH, body, "Content-Type", "application/json");
    }

    private static String code(Answer answer) {
        return answer.json().at("/error/code").asText();
    }

    @Test
    void airflowIsAskedForAModelOfTheTenantsOrdersUpToTheEnd() {
        Answer answer = post(api, END);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("dag_id").asText()).isEqualTo("tandem_train");
        assertThat(answer.json().path("state").asText()).isEqualTo("running");
        assertThat(answer.json().path("is_new").asBoolean()).isTrue();
        assertThat(answer.json().path("page").asText()).startsWith(airflow.url() + "/dags/tandem_train/runs/");
        assertThat(airflow.conf(answer.json().path("run_id").asText()))
                .hasToString("{\"interval_end\":\"2026-01-02T03:00:00Z\",\"tenant\":\"shop\"}");
    }

    @Test
    void theSameAskedAgainMakesNoSecondRun() {
        String first = post(api, END).json().path("run_id").asText();
        Answer again = post(api, END);

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.json().path("run_id").asText()).isEqualTo(first);
        assertThat(again.json().path("is_new").asBoolean()).isFalse();
    }

    @Test
    void withoutAnEndItIsTheLastFullHour() {
        Answer answer = post(api, "{}");

        assertThat(answer.json().path("run_id").asText()).containsPattern("T\\d\\d:00:00Z__");
    }

    @Test
    void withoutAnAirflowItIsClosedAndSaysHowToOpenIt() {
        try (RunningApi closed = new RunningApi()) {
            Answer answer = post(closed, END);

            assertThat(answer.status()).isEqualTo(403);
            assertThat(code(answer)).isEqualTo("retraining_closed");
            assertThat(answer.text()).contains("--airflow.url", "./tandem airflow trigger tandem_train");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "\"x\""})
    void aBodyThatIsNoObjectIsRefused(String body) {
        Answer answer = post(api, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("The body is no JSON object, such as {}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"interval_end\":\"yesterday\"}",
                "{\"interval_end\":7}",
                "{\"interval_end\":null}",
                "{\"interval_end\":\"2999-01-01T00:00:00Z\"}"
            })
    void anEndThatHasNotPassedOrIsNoneIsRefused(String body) {
        Answer answer = post(api, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("allowed: an instant that has passed, as in 2026-01-02T00:00:00Z");
    }

    @Test
    void aFieldThatIsNotKnownIsRefusedByName() {
        Answer answer = post(api, "{\"interval_ende\":\"2026-01-02T03:00:00Z\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("There is no field 'interval_ende' here. Known here: interval_end");
    }

    @Test
    void whatAPageOfAnotherSiteCanSendIsRefused() {
        Answer answer = api.post(PATH, END, "Content-Type", "text/plain");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("Content-Type application/json");
        assertThat(airflow.requests()).isEmpty();
    }

    @Test
    void anUnknownTenantIsRefusedAndAirflowNotAsked() {
        Answer answer = api.post(PATH, END, "Content-Type", "application/json", "Tandem-Tenant", "nobody");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(airflow.requests()).isEmpty();
    }

    @Test
    void anAirflowThatFailsIsSaidToFail() {
        airflow.failNextWith(503, 503, 503);

        Answer answer = post(api, END);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(code(answer)).isEqualTo("airflow_unavailable");
        assertThat(answer.text()).contains("tried several times");
    }

    @Test
    void anAirflowThatRefusesIsPassedOnWithWhatToDo() {
        airflow.takeAwayTheRole();

        Answer answer = post(api, END);

        assertThat(answer.status()).isEqualTo(502);
        assertThat(code(answer)).isEqualTo("airflow_refused");
        assertThat(answer.text()).contains("Give the user a role that may").doesNotContain(ContractAirflow.PASSWORD);
    }

    @Test
    void lookupsGoOnWhileAirflowIsSilentAndMoreThanAFewRequestsAreRefusedAtOnce() {
        airflow.fallSilent();
        AirflowSettings patient = airflow.settings();
        AirflowSettings silent = new AirflowSettings(
                patient.url(),
                patient.user(),
                new Secret("x"),
                patient.timeout().dividedBy(50));
        ExecutorService callers = Executors.newCachedThreadPool();
        try (RunningApi busy = new RunningApi(Retraining.through(silent))) {
            List<CompletableFuture<Answer>> asked = IntStream.range(0, 12)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> post(busy, END), callers))
                    .toList();

            Answer first = CompletableFuture.anyOf(asked.toArray(CompletableFuture[]::new))
                    .thenApply(Answer.class::cast)
                    .join();
            assertThat(busy.get("/health/live").status()).isEqualTo(200);
            assertThat(first.text()).contains("Several requests wait for Airflow already");
        } finally {
            callers.shutdownNow();
        }
    }
}
