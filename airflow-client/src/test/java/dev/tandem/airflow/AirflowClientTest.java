package dev.tandem.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.core.failure.FailureKind;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.Secret;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AirflowClientTest {
    private static final String TRAIN = "tandem_train";
    private static final Instant END = Instant.parse("2026-01-02T03:00:00Z");
    private static final RunRequest REQUEST = RunRequest.upTo(END, TRAIN, Map.of("tenant", "shop"));

    private final ContractAirflow airflow = new ContractAirflow();
    private final AirflowClient client = new AirflowClient(airflow.settings());

    @AfterEach
    void stop() {
        airflow.close();
    }

    private static AbstractThrowableAssert<?, ?> assertThatFails(FailureKind kind, ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(TandemException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(kind));
    }

    private static AirflowSettings with(AirflowSettings settings, String user, String password) {
        return new AirflowSettings(settings.url(), user, new Secret(password), settings.timeout());
    }

    @Test
    void asksForARunWithItsParamsAndIsToldHowItStands() {
        airflow.withDag(TRAIN);

        Triggered triggered = client.trigger(REQUEST);

        assertThat(triggered.isNew()).isTrue();
        assertThat(triggered.run().id()).isEqualTo(REQUEST.runId());
        assertThat(triggered.run().state()).isEqualTo(RunState.RUNNING);
        assertThat(triggered.run().startedAt()).isEqualTo("2026-01-02T03:00:00.123456Z");
        assertThat(triggered.run().endedAt()).isNull();
        assertThat(airflow.conf(REQUEST.runId()))
                .hasToString("{\"interval_end\":\"2026-01-02T03:00:00Z\",\"tenant\":\"shop\"}");
    }

    @Test
    void theSameRequestTwiceMakesOneRunAndTheSecondIsToldSo() {
        airflow.withDag(TRAIN);
        client.trigger(REQUEST);
        airflow.finish(REQUEST.runId(), "success", Map.of());

        Triggered again = client.trigger(REQUEST);

        assertThat(again.isNew()).isFalse();
        assertThat(again.run().state()).isEqualTo(RunState.SUCCESS);
    }

    @Test
    void aRunOfAPausedDagStaysQueued() {
        airflow.withPausedDag(TRAIN);

        assertThat(client.trigger(REQUEST).run().state()).isEqualTo(RunState.QUEUED);
        assertThat(client.dag(TRAIN).isPaused()).isTrue();
    }

    @Test
    void oneTokenServesManyRequests() {
        airflow.withDag(TRAIN);

        client.dags();
        client.dag(TRAIN);

        assertThat(airflow.requests()).containsOnlyOnce("POST /auth/token").hasSize(3);
    }

    @Test
    void aTokenThatHasRunOutIsRenewedOnce() {
        airflow.withDag(TRAIN);
        client.dag(TRAIN);
        airflow.expireTokens();

        assertThat(client.dag(TRAIN).id()).isEqualTo(TRAIN);
        assertThat(airflow.requests())
                .containsExactly(
                        "POST /auth/token",
                        "GET /api/v2/dags/tandem_train",
                        "GET /api/v2/dags/tandem_train",
                        "POST /auth/token",
                        "GET /api/v2/dags/tandem_train");
    }

    @Test
    void aFreshTokenThatIsNotTakenIsNoReasonToAskForAnother() {
        airflow.withDag(TRAIN);
        client.dag(TRAIN);
        airflow.distrustTokens();
        int before = airflow.requests().size();

        assertThatFails(FailureKind.CONFIGURATION, () -> client.dag(TRAIN))
                .hasMessageContaining("(status 401) does not take the token that it has just given");
        assertThat(airflow.requests()).hasSize(before + 3);
    }

    @Test
    void aWrongPasswordIsAMatterOfConfigurationAndIsNotShown() {
        AirflowClient stranger = new AirflowClient(with(airflow.settings(), "tandem", "wrong-password"));

        assertThatFails(FailureKind.CONFIGURATION, stranger::dags)
                .hasMessage(
                        "Airflow at %s (status 401) refuses user 'tandem'. Set --airflow.user and"
                                + " TANDEM_AIRFLOW_PASSWORD",
                        airflow.url());
        assertThat(airflow.settings().toString()).doesNotContain(ContractAirflow.PASSWORD);
    }

    @Test
    void aUserWithoutTheRoleIsToldSo() {
        airflow.withDag(TRAIN).takeAwayTheRole();

        assertThatFails(FailureKind.CONFIGURATION, () -> client.trigger(REQUEST))
                .hasMessageContaining(
                        "(status 403) does not allow a run of DAG tandem_train to user 'tandem'. Give the");
    }

    @Test
    void anUnknownDagIsAnsweredWithTheKnownOnes() {
        airflow.withDag(TRAIN).withDag("tandem_sync");

        assertThatFails(FailureKind.INPUT, () -> client.trigger(RunRequest.upTo(END, "tandem_trian", Map.of())))
                .hasMessage("dag is 'tandem_trian'; allowed: tandem_train, tandem_sync");
        assertThatFails(FailureKind.INPUT, () -> client.newestRuns("nothing", 5))
                .hasMessageContaining("allowed: ");
    }

    @Test
    void anAirflowWithoutDagsSaysWhereTheyGo() {
        assertThatFails(FailureKind.INPUT, () -> client.dag(TRAIN)).hasMessageContaining("put dags/ into its folder");
    }

    @Test
    void aParamThatTheDagDoesNotTakeIsNamed() {
        airflow.withDag(TRAIN);
        RunRequest request = RunRequest.upTo(END, TRAIN, Map.of("not_a_param", "x"));

        assertThatFails(FailureKind.INPUT, () -> client.trigger(request))
                .hasMessageContaining(
                        "(status 400) refuses a run of DAG tandem_train: Invalid input for param not_a_param");
    }

    @Test
    void aFieldThatAirflowCannotUseIsNamed() {
        airflow.failNextWith(422);

        assertThatFails(FailureKind.CONFIGURATION, client::dags)
                .hasMessageContaining("(status 422) cannot use the login: body.conf: told to fail. Set --airflow.user");
        airflow.withDag(TRAIN);
        client.dags();
        airflow.failNextWith(422);
        assertThatFails(FailureKind.INPUT, () -> client.trigger(REQUEST))
                .hasMessageContaining("(status 422) cannot use a run of DAG tandem_train: body.conf: told to fail");
    }

    @Test
    void whatIsNoAirflow3IsRecognised() {
        airflow.failNextWith(404);

        assertThatFails(FailureKind.CONFIGURATION, client::dags)
                .hasMessageContaining("has no /auth/token. Set --airflow.url to the API server of an Airflow 3");
        airflow.failNextWith(302);
        assertThatFails(FailureKind.CONFIGURATION, client::dags)
                .hasMessageContaining("answers as an Airflow 3 does not: told to fail");
    }

    @Test
    void aServerErrorIsTriedAgain() {
        airflow.withDag(TRAIN);
        airflow.failNextWith(503, 500);

        assertThat(client.trigger(REQUEST).isNew()).isTrue();
    }

    @Test
    void aServerErrorThatStaysIsADependencysFailure() {
        airflow.failNextWith(500, 502, 503);

        assertThatFails(FailureKind.DEPENDENCY, client::dags)
                .hasMessageContaining("(status 503) fails, tried several times. Look at its API server's log");
        assertThat(airflow.requests()).hasSize(3);
    }

    @Test
    void whatIsNoServerErrorIsNotTriedAgain() {
        for (int status : List.of(400, 403, 404, 409, 422, 429)) {
            int before = airflow.requests().size();
            airflow.failNextWith(status);

            assertThatThrownBy(client::dags).isInstanceOf(TandemException.class);
            assertThat(airflow.requests()).as("after " + status).hasSize(before + 1);
        }
    }

    @Test
    void anAirflowThatDoesNotAnswerIsGivenUpAndNotAskedAgain() {
        AirflowSettings patient = airflow.settings();
        AirflowClient hasty = new AirflowClient(
                new AirflowSettings(patient.url(), patient.user(), patient.password(), Duration.ofMillis(300)));
        airflow.fallSilent();

        assertThatFails(FailureKind.DEPENDENCY, hasty::dags)
                .hasMessage(
                        "Airflow at %s does not answer within PT0.3S; it may still do what it was asked. Ask again",
                        airflow.url());
    }

    @Test
    void anAirflowThatIsNotThereIsADependencysFailure() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        AirflowSettings nowhere = new AirflowSettings(
                URI.create("http://127.0.0.1:" + free), "tandem", new Secret("x"), Duration.ofSeconds(1));

        assertThatFails(FailureKind.DEPENDENCY, () -> new AirflowClient(nowhere).dags())
                .hasMessageContaining("cannot be reached")
                .hasMessageContaining("Start it, or set --airflow.url");
    }

    @Test
    void tellsWhichTasksWereSkippedAndWhichFailed() {
        airflow.withDag(TRAIN);
        DagRun run = client.trigger(REQUEST).run();
        airflow.finish(run.id(), "failed", new TreeMap<>(Map.of("a_task", "skipped", "b_task", "upstream_failed")));

        assertThat(client.tasks(run))
                .containsExactly(new TaskState("a_task", "skipped"), new TaskState("b_task", "upstream_failed"));
        assertThat(client.tasks(run).get(0).isSkipped()).isTrue();
        assertThat(client.tasks(run).get(1).isFailed()).isTrue();
        assertThat(client.newestRuns(TRAIN, 5)).extracting(DagRun::state).containsExactly(RunState.FAILED);
    }

    @Test
    void aRunThatThereIsNotIsNotFound() {
        airflow.withDag(TRAIN);

        assertThat(client.find(TRAIN, "tandem__x / y")).isEmpty();
        assertThat(client.findInAllDags("tandem__x / y")).isEmpty();
    }

    @Test
    void aRunIsFoundWithoutItsDag() {
        airflow.withDag("tandem_sync").withDag(TRAIN);
        client.trigger(REQUEST);

        assertThat(client.findInAllDags(REQUEST.runId()))
                .extracting(DagRun::dagId)
                .containsExactly(TRAIN);
        assertThat(client.newestRuns(10)).hasSize(1);
    }
}
