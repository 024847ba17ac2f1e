package dev.tandem.local.launcher.airflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.airflow.ContractAirflow;
import dev.tandem.core.failure.TandemException;
import dev.tandem.core.settings.Secret;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The commands as a person types them, against a server that keeps to Airflow's contract. */
class AirflowCommandTest {
    private static final String END = " --interval-end=2026-01-02T03:00:00Z";

    private final ContractAirflow airflow = new ContractAirflow();
    private final StringWriter printed = new StringWriter();

    @AfterEach
    void stop() {
        airflow.close();
    }

    private int run(String line) {
        return run(
                line,
                Map.of("--airflow.url", airflow.url().toString(), "--airflow.password", ContractAirflow.PASSWORD));
    }

    private int run(String line, Map<String, String> defaults) {
        printed.getBuffer().setLength(0);
        PrintWriter out = new PrintWriter(printed, true);
        CommandLine command = new CommandLine(new AirflowCommand()).setOut(out).setErr(out);
        command.registerConverter(Secret.class, Secret::new);
        command.setDefaultValueProvider(
                argument -> argument instanceof OptionSpec option ? defaults.get(option.longestName()) : null);
        command.setExecutionExceptionHandler((failure, failed, parsed) -> {
            if (failure instanceof TandemException known) {
                out.println(known.getMessage());
                return known.kind().exitCode();
            }
            throw failure;
        });
        return command.execute(line.split(" ", -1));
    }

    private String trigger() {
        assertThat(run("trigger tandem_train --conf=tenant=shop" + END)).isZero();
        return printed.toString().replaceFirst("(?s) is .*", "");
    }

    @Test
    void aTriggeredRunIsNamedWithItsPageAndTheNextCommand() {
        airflow.withDag("tandem_train");

        String run = trigger();

        assertThat(printed.toString())
                .contains(run + " is running")
                .contains("Page: " + airflow.url() + "/dags/tandem_train/runs/")
                .contains("./tandem airflow wait " + run);
        assertThat(airflow.conf(run)).hasToString("{\"interval_end\":\"2026-01-02T03:00:00Z\",\"tenant\":\"shop\"}");
    }

    @Test
    void theSameAgainSaysThatNothingNewWasStarted() {
        airflow.withDag("tandem_train");
        trigger();

        assertThat(run("trigger tandem_train --conf=tenant=shop" + END)).isZero();
        assertThat(printed.toString()).contains("asked for before, and nothing new was started");
    }

    @Test
    void withoutAnEndTheLastFullHourIsTakenAndSaid() {
        airflow.withDag("tandem_train");

        assertThat(run("trigger tandem_train")).isZero();
        assertThat(printed.toString()).containsPattern("the data interval ends at \\d{4}-\\d\\d-\\d\\dT\\d\\d:00:00Z");
    }

    @Test
    void aPausedDagIsNamedAndIsNotWaitedFor() {
        airflow.withPausedDag("tandem_train");

        String run = trigger();
        assertThat(printed.toString()).contains("is paused, so its runs stay queued. Unpause it: airflow dags unpause");

        assertThat(run("wait " + run)).isEqualTo(2);
        assertThat(printed.toString()).contains("is paused", "wait again");
    }

    @Test
    void waitEndsAsTheRunDoes() {
        airflow.withDag("tandem_train");
        String run = trigger();

        airflow.finish(run, "success", Map.of("train_recommender", "success"));
        assertThat(run("wait " + run)).isZero();
        assertThat(printed.toString()).contains("train_recommender: success", run + " is success");

        airflow.finish(run, "success", Map.of("train_recommender", "skipped"));
        assertThat(run("wait " + run)).isEqualTo(4);
        assertThat(printed.toString()).contains("Skipped: train_recommender. A model was not good enough");

        airflow.finish(run, "failed", Map.of("train_recommender", "failed"));
        assertThat(run("wait --dag=tandem_train " + run)).isEqualTo(1);
        assertThat(printed.toString()).contains("Failed: train_recommender. The task's log says why");
    }

    @Test
    void waitGivesUpInTheEnd() {
        airflow.withDag("tandem_train");
        String run = trigger();

        assertThat(run("wait --every=PT0.01S --timeout=PT0.05S " + run)).isEqualTo(5);
        assertThat(printed.toString()).contains("has not ended within PT0.05S; it goes on");
    }

    @Test
    void waitSeesARunEndThatGoesOnWhileItLooks() {
        airflow.withDag("tandem_train");
        String run = trigger();
        int before = airflow.requests().size();
        Thread later = new Thread(() -> {
            while (airflow.requests().size() < before + 8) {
                Thread.onSpinWait();
            }
            airflow.finish(run, "success", Map.of("train_recommender", "success"));
        });
        later.start();

        assertThat(run("wait --every=PT0.01S " + run)).isZero();
        assertThat(printed.toString()).contains("is running").contains("is success");
    }

    @Test
    void statusAndListShowRunsAndTasks() {
        airflow.withDag("tandem_sync").withDag("tandem_train");
        String run = trigger();
        airflow.finish(run, "failed", Map.of("train_recommender", "failed"));

        assertThat(run("status " + run)).isZero();
        assertThat(printed.toString())
                .contains("of tandem_train is failed (began 2026-01-02T03:00:00Z, ended 2026-01-02T03:10:00Z)")
                .containsPattern("train_recommender +failed");
        assertThat(run("list")).isZero();
        assertThat(printed.toString()).containsPattern("tandem_sync +0 2").contains(run);
    }

    @Test
    void whatIsWrongHasAnExitCodeAndASentence() {
        assertThat(run("trigger tandem_trian" + END)).isEqualTo(3);
        assertThat(printed.toString()).contains("dag is 'tandem_trian'; allowed: none");
        assertThat(run("status nothing")).isEqualTo(3);
        assertThat(printed.toString()).contains("run is 'nothing'; allowed: the id of a run");
        assertThat(run("list --limit=0")).isEqualTo(3);
        assertThat(run("list", Map.of())).isEqualTo(2);
        assertThat(printed.toString()).contains("No Airflow is configured. Set --airflow.url (or TANDEM_AIRFLOW_URL)");
        airflow.failNextWith(503, 503, 503);
        assertThat(run("list")).isEqualTo(5);
        assertThat(printed.toString()).contains("(status 503) fails");
    }
}
