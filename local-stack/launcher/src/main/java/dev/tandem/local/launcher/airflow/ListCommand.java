package dev.tandem.local.launcher.airflow;

import dev.tandem.airflow.AirflowClient;
import dev.tandem.airflow.Dag;
import dev.tandem.airflow.DagRun;
import dev.tandem.core.failure.TandemException;
import dev.tandem.local.launcher.terminal.TextTable;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./tandem airflow list}: the DAGs and their newest runs. */
@Command(name = "list", description = "Lists the DAGs and their newest runs.", showDefaultValues = true)
final class ListCommand implements Callable<Integer> {
    private static final int MAX_LIMIT = 100;

    @Option(names = "--dag", description = "Runs of this DAG alone.")
    private @Nullable String dag;

    @Option(names = "--limit", defaultValue = "10", description = "How many runs at the most, 1 to 100.")
    private int limit;

    @Mixin
    private final AirflowAccess access = new AirflowAccess();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw TandemException.invalid("--limit", Integer.toString(limit), "1 to " + MAX_LIMIT);
        }
        AirflowClient client = access.client();
        PrintWriter out = spec.commandLine().getOut();
        dags(dag == null ? client.dags() : List.of(client.dag(dag))).lines().forEach(out::println);
        out.println();
        runs(dag == null ? client.newestRuns(limit) : client.newestRuns(dag, limit))
                .lines()
                .forEach(out::println);
        out.flush();
        return 0;
    }

    private static TextTable dags(List<Dag> dags) {
        TextTable table = new TextTable("DAG", "SCHEDULE", "");
        for (Dag dag : dags) {
            table.add(dag.id(), dag.schedule() == null ? "-" : dag.schedule(), dag.isPaused() ? "paused" : "");
        }
        return table;
    }

    private static TextTable runs(List<DagRun> runs) {
        TextTable table = new TextTable("DAG", "RUN", "STATE", "BEGAN", "ENDED");
        for (DagRun run : runs) {
            table.add(
                    run.dagId(),
                    run.id(),
                    RunText.word(run.state()),
                    RunText.time(run.startedAt()),
                    RunText.time(run.endedAt()));
        }
        return table;
    }
}
